"use strict";

// The part of this project that runs beside citeproc.js: an output format of marked text, and two entry points.
//
// Marked text: U+0001 name U+0002 content U+0003. Content never holds these characters (sources with control
// characters are refused), so nothing needs escaping and no entity can be left over.
function marked(name) {
    return function (state, content) { return "\u0001" + name + "\u0002" + content + "\u0003"; };
}

function markedCite(state, content) {
    // A lone number is handed up without its group: then `this` is the number itself.
    return marked("cite " + (this.item_id || this.id))(state, content);
}

function quoted(outer) {
    return function (state, content) {
        if (typeof content === "undefined") {
            return outer ? state.getTerm("open-quote") : "\u2019";
        }
        const inner = outer ? "" : "inner-";
        return state.getTerm("open-" + inner + "quote") + content + state.getTerm("close-" + inner + "quote");
    };
}

const plain = function (state, content) { return content; };

CSL.Output.Formats.marked = {
    "text_escape": function (text) { return text || ""; },
    "bibstart": "",
    "bibend": "",
    "@font-style/italic": marked("italic"),
    "@font-style/oblique": marked("italic"),
    "@font-style/normal": marked("upright"),
    "@font-variant/small-caps": plain,
    "@font-variant/normal": plain,
    "@font-weight/bold": marked("bold"),
    "@font-weight/normal": marked("regular"),
    "@font-weight/light": plain,
    "@text-decoration/none": plain,
    "@text-decoration/underline": plain,
    "@vertical-align/sup": marked("sup"),
    "@vertical-align/sub": plain,
    "@vertical-align/baseline": plain,
    "@passthrough/true": CSL.Output.Formatters.passthrough,
    "@strip-periods/true": CSL.Output.Formatters.passthrough,
    "@strip-periods/false": CSL.Output.Formatters.passthrough,
    "@quotes/true": quoted(true),
    "@quotes/inner": quoted(false),
    "@quotes/false": false,
    "@cite/entry": markedCite,
    "@bibliography/entry": plain,
    "@display/block": plain,
    "@display/left-margin": marked("margin"),
    "@display/right-inline": plain,
    "@display/indent": plain,
    "@showid/true": plain,
    "@URL/true": marked("url"),
    "@DOI/true": marked("doi"),
};

// What an author writes before and after a cited source is no part of the mark that leads to the source.
function around(name, spaced) {
    return function (state, words) {
        const result = spaced(state, words);
        return result ? marked(name)(state, result) : result;
    };
}

CSL.checkPrefixSpaceAppend = around("before", CSL.checkPrefixSpaceAppend);
CSL.checkSuffixSpacePrepend = around("after", CSL.checkSuffixSpacePrepend);

const engines = [];

// Compile a style; the result is its place in `engines`.
function prepare(style, locale, language) {
    const found = { items: {} };
    const system = {
        retrieveLocale: function () { return locale; },
        retrieveItem: function (id) { return found.items[id]; },
        wrapCitationEntry: plain,
        stringCompare: new Intl.Collator(language).compare,
    };
    found.engine = new CSL.Engine(system, style, language, true);
    found.engine.setOutputFormat("marked");
    const extensions = found.engine.opt.development_extensions;
    extensions.apply_citation_wrapper = true;
    extensions.wrap_url_and_doi = true;
    return engines.push(found) - 1;
}

// Print the citations of one article and its references, without memory of the article before.
function format(place, items, citations, uncited) {
    const { engine } = engines[place];
    engines[place].items = items;
    engine.updateItems([]);
    const clusters = citations.map(function (cluster, index) {
        return { citationID: "citation-" + index, citationItems: cluster, properties: { noteIndex: 0 } };
    });
    const printed = engine.rebuildProcessorState(clusters, "marked", uncited);
    const bibliography = engine.makeBibliography();
    return {
        citations: printed.map(function (row) { return row[2]; }),
        prefix: engine.citation.opt.layout_prefix,
        suffix: engine.citation.opt.layout_suffix,
        keys: bibliography ? bibliography[0].entry_ids.map(function (ids) { return ids[0]; }) : [],
        entries: bibliography ? bibliography[1] : [],
    };
}
