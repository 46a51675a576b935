// Small kindnesses. Every page does all it must without this file.

// A letter is copied at one press.
for (const button of document.querySelectorAll("[data-copy]")) {
  const letter = document.getElementById(button.dataset.copy);
  const told = button.parentElement.querySelector("[role=status]");
  if (!letter || !told || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(letter.textContent);
      told.textContent = button.dataset.copied;
    } catch {
      told.textContent = button.dataset.notCopied;
    }
  });
}

// After a form came back with something to put right, start there.
document.querySelector(".govuk-error-summary")?.focus();

// An address that names something folded away opens it.
function unfold() {
  const named = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const fold = named && named.closest("details");
  if (fold) fold.open = true;
}
addEventListener("hashchange", unfold);
unfold();

// Paper cannot unfold: open what is folded while printing, and fold it again after.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of folded) details.open = false;
});
