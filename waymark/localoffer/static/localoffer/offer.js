// Small kindnesses of the Local Offer: a plan that the browser remembers, words while
// you type, and a place when you press for it. Every page does all it must without.

const STORE = "waymark-plan";
const PAGE = "/local-offer/my-plan/";
const MOST = 40;
const every = (what, root = document) => [...root.querySelectorAll(what)];
const first = (what, root = document) => root.querySelector(what);

// ---- my plan: ids of public pages, in this browser alone

const carried = (new URL(location).searchParams.get("plan") || "").split(".").filter(Boolean);

function kept() {
  try {
    const held = JSON.parse(localStorage.getItem(STORE) || "[]");
    return Array.isArray(held) ? held.filter((id) => /^[0-9a-f]{32}$/.test(id)) : [];
  } catch {
    return [];
  }
}

function keep(ids) {
  try {
    localStorage.setItem(STORE, JSON.stringify([...new Set(ids)].slice(0, MOST)));
    return true;
  } catch {
    return false; // A browser that keeps nothing: the address still does.
  }
}

const planned = (ids) => (ids.length ? `${PAGE}?plan=${ids.join(".")}` : PAGE);

function show() {
  const ids = kept();
  if (!ids.length && carried.length) return;
  for (const link of every("[data-plan-link]")) {
    link.href = planned(ids);
    link.textContent = ids.length ? `${link.dataset.said} (${ids.length})` : link.dataset.said;
  }
  for (const button of every("[data-plan-add]")) {
    const isIn = ids.includes(button.dataset.planAdd);
    button.classList.toggle("plan-button--in", isIn);
    button.firstChild.textContent = isIn ? button.dataset.in : button.dataset.add;
    if (isIn) button.href = planned(ids);
  }
}

for (const button of every("[data-plan-add]")) {
  button.addEventListener("click", (event) => {
    const ids = kept();
    const id = button.dataset.planAdd;
    if (ids.includes(id) || ids.length >= MOST || !keep([...ids, ...carried, id])) return;
    event.preventDefault();
    show();
    const told = first("[data-plan-told]");
    if (told) told.textContent = button.textContent;
  });
}

for (const link of every("[data-plan-remove]")) {
  link.addEventListener("click", () => keep(kept().filter((id) => id !== link.dataset.planRemove)));
}

if (first("[data-plan-page]")) {
  const ids = kept();
  if (!carried.length && ids.length) location.replace(planned(ids));
  const keeper = first("[data-plan-keep]");
  if (keeper && carried.some((id) => !ids.includes(id))) {
    keeper.hidden = false;
    keeper.addEventListener("click", () => {
      if (!keep([...kept(), ...carried])) return;
      keeper.hidden = true;
      first("[data-plan-status]").textContent = keeper.dataset.kept;
      show();
    });
  }
}
show();

for (const button of every("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// ---- words while you type

const box = first("[data-suggest]");
if (box) {
  const list = first("#suggestions");
  const told = first("[data-suggest-status]");
  let waiting = 0;
  let asked = "";

  const offer = (found) => {
    const links = found.map(({ words, kind, address }) => {
      const line = document.createElement("li");
      const link = line.appendChild(document.createElement("a"));
      link.href = address;
      link.textContent = words;
      if (kind) link.appendChild(document.createElement("span")).textContent = kind;
      return line;
    });
    list.replaceChildren(...links);
    list.hidden = !links.length;
    told.textContent = links.length ? `${links.length} ${box.dataset.said}` : "";
  };
  const close = () => offer([]);

  const ask = async () => {
    asked = box.value.trim();
    if (asked.length < 2) return close();
    const mine = asked;
    let found = [];
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(mine)}`);
      found = (await answer.json()).suggestions ?? [];
    } catch {
      // No answer offers nothing.
    }
    // Whoever has gone into the list keeps it: a late answer takes nothing away.
    if (mine === asked && !list.contains(document.activeElement)) offer(found);
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 200);
  });
  const links = () => every("a", list);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "ArrowDown" && links().length) {
      event.preventDefault();
      links()[0].focus();
    }
  });
  list.addEventListener("keydown", (event) => {
    const at = links().indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (event.key === "Escape") {
      close();
      box.focus();
    } else if (to !== undefined) {
      event.preventDefault();
      (links()[to] || box).focus();
    }
  });
  box.form.addEventListener("focusout", (event) => {
    const to = event.relatedTarget;
    if (to !== box && !list.contains(to)) setTimeout(close, 150);
  });
}

// ---- a place, only when pressed, and never more exactly than about 100 metres

const here = first("[data-use-position]");
const near = first("#near");
if (here && near && navigator.geolocation) {
  here.hidden = false;
  const told = first("[data-position-status]");
  here.addEventListener("click", () => {
    told.textContent = here.dataset.asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        near.value = `${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`;
        here.form.submit();
      },
      () => {
        told.textContent = here.dataset.failed;
      },
      { maximumAge: 600000, timeout: 15000 },
    );
  });
}
