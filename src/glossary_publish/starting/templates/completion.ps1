Register-ArgumentCompleter -Native -CommandName glossary-publish, gpub -ScriptBlock {
    param($word, $command, $cursor)
    $words = @($command.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { $_.ToString() })
    $place = if ($word) { $words.Count - 1 } else { $words.Count }
    $before = $env:_GLOSSARY_PUBLISH_COMPLETE, $env:COMP_WORDS, $env:COMP_CWORD
    try {
        $env:_GLOSSARY_PUBLISH_COMPLETE = 'bash_complete'
        $env:COMP_WORDS = $words -join ' '
        $env:COMP_CWORD = $place
        & $words[0] | ForEach-Object {
            $kind, $value = $_ -split ',', 2
            if ($kind -eq 'plain') {
                [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $value)
            }
        }
    }
    finally {
        $env:_GLOSSARY_PUBLISH_COMPLETE, $env:COMP_WORDS, $env:COMP_CWORD = $before
    }
}
