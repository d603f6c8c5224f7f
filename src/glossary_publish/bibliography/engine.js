"use strict";

// What this project adds to citeproc.js: an output format, corrections, and two entry points for engine.py.

// --- marked text: U+0001 name U+0002 content U+0003 ----------------------------------------------
// References with control characters are refused, so content needs no escaping and no entity is left over.

function marked(name) {
    return function (state, content) { return "\u0001" + name + "\u0002" + content + "\u0003"; };
}

function cite(state, content) {
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

function plain(state, content) {
    return content;
}

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
    "@vertical-align/sup": marked("superscript"),
    "@vertical-align/sub": plain,
    "@vertical-align/baseline": plain,
    "@passthrough/true": CSL.Output.Formatters.passthrough,
    "@strip-periods/true": CSL.Output.Formatters.passthrough,
    "@strip-periods/false": CSL.Output.Formatters.passthrough,
    "@quotes/true": quoted(true),
    "@quotes/inner": quoted(false),
    "@quotes/false": false,
    "@cite/entry": cite,
    "@bibliography/entry": plain,
    "@display/block": plain,
    "@display/left-margin": marked("number"),
    "@display/right-inline": plain,
    "@display/indent": plain,
    "@showid/true": plain,
    "@number/true": marked("number"),
    "@URL/true": marked("link"),
    "@DOI/true": marked("link"),
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

// The number of an entry belongs to the list that shows it; styles without a margin for it write it as text.
const NumericBlob = CSL.NumericBlob;

CSL.NumericBlob = function (state, particle, number, token, id) {
    NumericBlob.call(this, state, particle, number, token, id);
    if (state.tmp.area === "bibliography" && token && token.variables && token.variables[0] === "citation-number") {
        this.decorations = this.decorations.concat([["@number", "true"]]);
    }
};
CSL.NumericBlob.prototype = NumericBlob.prototype;

// --- corrections ---------------------------------------------------------------------------------

// Where a style sorts, citeproc.js writes every macro out in place, each time: 138,000 steps for APA, and most of
// a second. Here each macro is built once for each of the two sorts, and then called, as it is elsewhere.
const targets = [];
const expandMacro = CSL.expandMacro;
const getMacroTarget = CSL.getMacroTarget;

CSL.expandMacro = function (token, target) {
    targets.push(target);
    expandMacro.call(this, token, target);
    targets.pop();
};

CSL.getMacroTarget = function (name) {
    if (!this.build.extension) {
        return getMacroTarget.call(this, name);
    }
    const sorting = name + " in " + this.build.root + this.build.extension;
    if (!this.macros[sorting]) {
        this.macros[sorting] = [];
        const nodes = this.cslXml.getNodesByName(this.cslXml.dataObj, "macro", name.replace(/@.*$/, ""));
        CSL.buildMacro.call(this, this.macros[sorting], nodes);
        this.configureTokenList(this.macros[sorting]);
    }
    const call = new CSL.Token("text", CSL.SINGLETON);
    call.execs.push(function (state, Item, item) {
        const steps = state.macros[sorting];
        for (let next = 0; next < steps.length;) {
            next = CSL.tokenExec.call(state, steps[next], Item, item);
        }
    });
    targets[targets.length - 1].push(call);
    return false;
};

// A style can say what joins the ends of a range of pages (AMA: a hyphen), not what joins the ends of a range of
// citation numbers. It is the same.
const getTerm = CSL.Engine.prototype.getTerm;

CSL.Engine.prototype.getTerm = function (term, ...others) {
    return getTerm.call(this, term === "citation-range-delimiter" ? "page-range-delimiter" : term, ...others);
};

// Titles are sorted by their first word that is no article (APA 7, 9.46 and 9.49).
const demoteNoiseWords = CSL.demoteNoiseWords;

CSL.demoteNoiseWords = function (state, title, way) {
    if (title && state.tmp.extension && state.opt.lang.startsWith("en")) {
        return title.replace(/^(["'\u201c\u2018]?)(?:an?|the)\s+/i, "$1");
    }
    return demoteNoiseWords(state, title, way);
};

// --- entry points --------------------------------------------------------------------------------

const engines = [];

// Compile a style; the result is its place in `engines`. Style and locale are trees of {name, attrs, children}.
function prepare(style, locale, language) {
    const own = { items: {}, entries: new Map(), locates: JSON.stringify(style).includes('"variable":"locator"') };
    const engine = new CSL.Engine({
        retrieveLocale: function () { return locale; },
        retrieveItem: function (id) { return own.items[id]; },
        wrapCitationEntry: plain,
    }, style, language, true);
    engine.setOutputFormat("marked");
    const extensions = engine.opt.development_extensions;
    extensions.apply_citation_wrapper = true;
    extensions.wrap_url_and_doi = true;
    extensions.field_hack = false;
    own.engine = engine;
    own.substitutes = engine.bibliography.opt["subsequent-author-substitute"];
    return engines.push(own) - 1;
}

// Some styles (NLM) have no room for a page cited: there it follows the mark as words of the author, and is not lost.
function withPlace(own, cited) {
    if (own.locates || !cited.locator) {
        return cited;
    }
    const plural = /[-\u2013,&]/.test(cited.locator) ? 1 : 0;
    const label = own.engine.getTerm(cited.label || "page", "short", plural) || cited.label;
    const suffix = (cited.suffix || "").replace(/^(?=[\p{L}\p{N}([])/u, " ");
    return { id: cited.id, prefix: cited.prefix, suffix: ", " + label + " " + cited.locator + suffix };
}

// The entries of some sources. What an entry says depends on its source and on how the source is told apart from the
// others (2020a, 2020b), so it is printed once and kept, unless the style replaces names that the entry before had.
function entriesOf(own, keys) {
    const registry = own.engine.registry.registry;
    const questions = keys.map(function (key) { return JSON.stringify([own.items[key], registry[key].disambig]); });
    if (own.substitutes) {
        own.entries.clear();
    }
    const fresh = keys.filter(function (key, place) { return !own.entries.has(questions[place]); });
    if (fresh.length) {
        const filter = { include: fresh.map(function (key) { return { field: "id", value: key }; }) };
        const [parameters, printed] = own.engine.makeBibliography(filter);
        parameters.entry_ids.forEach(function (ids, place) {
            own.entries.set(questions[keys.indexOf(ids[0])], printed[place]);
        });
    }
    return questions.map(function (question) { return own.entries.get(question); });
}

// Print the citations of one article and its references, without memory of the article before.
function format(place, items, citations, uncited) {
    const own = engines[place];
    own.engine.updateUncitedItems([]);  // while its items can still be looked up
    own.engine.updateItems([]);
    own.items = items;
    const clusters = citations.map(function (cluster, index) {
        const cited = cluster.map(function (item) { return withPlace(own, item); });
        return { citationID: "citation-" + index, citationItems: cited, properties: { noteIndex: 0 } };
    });
    const printed = own.engine.rebuildProcessorState(clusters, "marked", uncited);
    const keys = own.engine.registry.getSortedIds();
    return {
        citations: printed.map(function (row) { return row[2]; }),
        prefix: own.engine.citation.opt.layout_prefix,
        suffix: own.engine.citation.opt.layout_suffix,
        keys: keys,
        entries: entriesOf(own, keys),
    };
}

// The same for some articles, each as text; null for one that fails, which is told when it is asked for alone.
function formatAll(place, questions) {
    return questions.map(function (question) {
        try {
            return JSON.stringify(format(place, ...question));
        } catch (error) {
            return null;
        }
    });
}
