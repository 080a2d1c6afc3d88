/* The query with colours, completion and a check of its syntax (Yasqe, the editor of YASGUI); the form stays the same. */
"use strict";

(() => {
  const place = document.getElementById("yasqe");
  const form = document.getElementById("plain-editor");
  const Yasqe = window.Yasqe && (window.Yasqe.default || window.Yasqe);
  if (!place || !form || !Yasqe) return;
  const plain = form.querySelector("textarea");
  place.hidden = false;
  plain.hidden = true;

  /* What the data set says of itself (VoID), asked once: prefixes, classes, properties. Yasqe's own ask other hosts. */
  let described;
  const words = () => (described ??= fetch("/.well-known/void", { headers: { Accept: "application/n-triples" } })
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((text) => {
      const found = { class: new Set(), property: new Set(), prefix: new Map(), namespace: new Map() };
      const kept = /^(\S+) <[^>]*[#/](class|property|prefix|namespace)> [<"]([^>"]*)/gm;
      for (const [, node, kind, value] of text.matchAll(kept)) {
        if (found[kind] instanceof Map) found[kind].set(node, value);
        else found[kind].add(value);
      }
      return {
        class: [...found.class],
        property: [...found.property],
        prefixes: [...found.prefix].map(([node, prefix]) => `${prefix}: <${found.namespace.get(node)}>`).sort(),
      };
    }));
  const completing = (kind) => ({
    name: `own-${kind}`,
    bulk: false,
    autoShow: true,
    persistenceId: null,
    get: async (_, token) => {
      const begun = (token && (token.autocompletionString || token.string)) || "";
      return (await words())[kind].filter((one) => one.startsWith(begun)).slice(0, 50);
    },
  });
  Yasqe.defaults.autocompleters = ["variables"];
  for (const kind of ["prefixes", "class", "property"]) Yasqe.forkAutocompleter(kind, completing(kind));
  const editor = new Yasqe(place, {
    value: plain.value,
    showQueryButton: false,
    createShareableLink: null,
    persistenceId: null,
    resizeable: false,
    editorHeight: "100%",
    viewportMargin: Infinity,
    lineWrapping: true,
    extraKeys: {
      "Ctrl-Enter": () => form.requestSubmit(),
      "Cmd-Enter": () => form.requestSubmit(),
      "Ctrl-Space": (one) => one.autocomplete(),
      Esc: () => form.querySelector("button").focus(),
      Tab: false,
      "Shift-Tab": false,
    },
  });
  place.querySelector(".CodeMirror-scroll").tabIndex = 0; // a long query is scrolled by keyboard, too
  const input = editor.getInputField();
  input.setAttribute("aria-label", form.querySelector("label").textContent);
  input.setAttribute("aria-describedby", "editor-keys");
  editor.refresh();
  plain.required = false;
  form.querySelector("label").removeAttribute("for");
  form.addEventListener("submit", () => {
    plain.value = editor.getValue();
  });
})();
