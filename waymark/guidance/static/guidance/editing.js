// Wagtail begins some of its fields with inline scripts, and our policy runs none.
// The same beginnings stand in attributes instead: only these few, by name.
const BEGINNINGS = {
  PageChooser: (id, options) => new window.PageChooser(id, options),
  InlinePanel: (id, options) => new window.InlinePanel(options),
  initDateChooser: (id, options) => window.initDateChooser(id, options),
  initDateTimeChooser: (id, options) => window.initDateTimeChooser(id, options),
  initTimeChooser: (id, options) => window.initTimeChooser(id, options),
};

function begin(held) {
  const { begins, id, options } = held.dataset;
  delete held.dataset.begins;
  BEGINNINGS[begins]?.(id, JSON.parse(options));
}

function beginAll(within) {
  for (const held of within.querySelectorAll("[data-begins]")) begin(held);
}

addEventListener("DOMContentLoaded", () => {
  beginAll(document);
  // Rows that an editor adds, and filters that are fetched, come later.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if (node.matches("[data-begins]")) begin(node);
        beginAll(node);
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
});
