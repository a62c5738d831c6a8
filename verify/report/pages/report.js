"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const root = document.documentElement;
  const notes = all(".note");
  const wide = matchMedia("(min-width: 56rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  root.classList.add("js");

  // -- notes beside their words: each as high as its mark, or below the note before it ------------
  const settled = (copy) => {
    const shown = all(".note:not([hidden])", copy);
    if (!wide.matches) {
      copy.style.minHeight = "";
      return () => {};
    }
    const top = copy.getBoundingClientRect().top;
    const heights = shown.map((note) => note.offsetHeight);
    const wanted = shown.map((note) => {
      const mark = one(note.dataset.mark);
      const box = mark && (mark.getClientRects()[0] || mark.getBoundingClientRect());
      return box ? box.top - top : 0;
    });
    return () => {
      let free = 0;
      shown.forEach((note, number) => {
        const at = Math.max(free, wanted[number]);
        note.style.top = `${Math.round(at)}px`;
        free = at + heights[number] + 10;
      });
      copy.style.minHeight = `${Math.ceil(free)}px`;
    };
  };
  const settle = () => {
    // All is measured before anything moves: the page is laid out once, however many articles it has.
    all(".copy").filter((copy) => copy.querySelector(".note")).map(settled).forEach((place) => place());
  };
  let width = 0;
  new ResizeObserver(() => {
    if (width !== innerWidth) {
      width = innerWidth;
      settle();
    }
  }).observe(document.body);
  wide.addEventListener("change", settle);
  if (document.fonts) document.fonts.ready.then(settle);

  // -- travel -------------------------------------------------------------------------------------
  const status = one("status");
  let current = null;
  const visible = () => notes.filter((note) => !note.hidden && !note.closest("[hidden]"));
  const marks = (note) => all(`[data-notes~="${note.id}"]`);
  const show = (element) => element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  const told = () => {
    if (!status) return;
    const shown = visible();
    const at = shown.indexOf(current);
    const all_ = shown.length === notes.length ? "" : ` shown of ${notes.length}`;
    const count = `${shown.length} finding${shown.length === 1 ? "" : "s"}`;
    status.textContent = at < 0 ? count + all_ : `${at + 1} of ${shown.length}${all_}`;
  };
  const choose = (note, focus = note) => {
    all(".now").forEach((element) => element.classList.remove("now"));
    current = note;
    note.classList.add("now");
    marks(note).forEach((mark) => mark.classList.add("now"));
    focus.focus({ preventScroll: true });
    show(wide.matches ? note : one(note.dataset.mark) || note);
    told();
  };
  const travel = (step) => {
    const shown = visible();
    if (!shown.length) return;
    const here = shown.indexOf(current);
    // From nowhere the way begins at what is on the screen.
    const ahead = shown.findIndex((note) => note.getBoundingClientRect().bottom > 0);
    const from = here >= 0 ? here : (ahead < 0 ? shown.length : ahead) - (step > 0 ? 1 : 0);
    choose(shown[(from + step + shown.length) % shown.length]);
  };

  // -- filter -------------------------------------------------------------------------------------
  const filters = one("filters");
  const ticked = (name) => new Set(all(`input[name="${name}"]:checked`).map((box) => box.value));
  const filter = () => {
    const severities = ticked("severity");
    const families = ticked("family");
    for (const note of notes) {
      note.hidden = !(severities.has(note.dataset.severity) && families.has(note.dataset.family));
    }
    for (const mark of all("a.mark")) {
      const left = mark.dataset.notes.split(" ").map(one).filter((note) => !note.hidden);
      mark.classList.toggle("off", !left.length);
      for (const severity of ["info", "warning", "error"]) mark.classList.remove(severity);
      if (left.length) {
        const gravest = ["error", "warning", "info"].find((name) => left.some((note) => note.dataset.severity === name));
        mark.classList.add(gravest);
        mark.href = `#${left.find((note) => note.dataset.severity === gravest).id}`;
        mark.removeAttribute("tabindex");
      } else {
        mark.tabIndex = -1;
      }
    }
    for (const number of all(".no")) number.classList.toggle("off", one(number.dataset.note).hidden);
    const only = one("flagged").checked;
    for (const story of all(".story")) story.hidden = only && !story.querySelector(".note:not([hidden])");
    for (const entry of all("[data-article]")) entry.hidden = one(entry.dataset.article).hidden;
    filters.classList.toggle("narrowed", only || notes.some((note) => note.hidden));
    if (current && !visible().includes(current)) current = null;
    settle();
    told();
  };

  // -- the page of a rule, help, and who speaks ------------------------------------------------------
  const open = (dialog) => dialog.open || dialog.showModal();
  const rulePage = (id) => {
    const page = one(id);
    const dialog = one("rule-page");
    if (!page || !dialog.showModal) return false;
    const copy = [...page.cloneNode(true).childNodes];
    dialog.querySelector(".rule").replaceChildren(...copy);
    dialog.setAttribute("aria-label", page.querySelector("h3").textContent);
    open(dialog);
    dialog.scrollTop = 0;
    return true;
  };
  const voice = one("voice");
  let silence = 0;
  const say = (words) => {
    voice.hidden = false;
    voice.textContent = words;
    clearTimeout(silence);
    silence = setTimeout(() => { voice.hidden = true; }, 4000);
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const close = event.target.closest(".close");
    if (close) return close.closest("dialog").close();
    if (event.target.nodeName === "DIALOG") return event.target.close();
    if (!event.target.closest("#filters")) filters && filters.removeAttribute("open");
    const link = event.target.closest('a[href^="#"]');
    if (!link) {
      const quote = event.target.closest(".quote");
      if (quote && !String(getSelection())) say(quote.title);
      return;
    }
    const target = one(link.getAttribute("href").slice(1));
    if (!target) return;
    const inside = link.closest("dialog");
    if (inside) inside.close();
    if (target.matches(".rule")) {
      if (rulePage(target.id)) event.preventDefault();
    } else if (target.matches(".note")) {
      event.preventDefault();
      choose(target);
    } else if (link.matches(".number")) {
      event.preventDefault();
      choose(link.closest(".note"), target);
    } else if (link.matches(".jump")) {
      event.preventDefault();
      all(".now").forEach((element) => element.classList.remove("now"));
      target.classList.add("now");
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
      show(target);
      if (target.matches(".quote")) say(target.title);
    }
  });
  const near = (event) => {
    const over = event.type === "mouseover";
    const mark = event.target.closest("a.mark");
    if (mark) for (const id of mark.dataset.notes.split(" ")) one(id).classList.toggle("near", over);
    const note = event.target.closest(".note");
    if (note && note !== current) marks(note).forEach((element) => element.classList.toggle("now", over));
  };
  document.addEventListener("mouseover", near);
  document.addEventListener("mouseout", near);

  const keys = {
    j: () => travel(1), n: () => travel(1), k: () => travel(-1), p: () => travel(-1),
    "?": () => open(one("keys")),
    r: () => { if (current) { const link = current.querySelector("a.rule-link"); if (link) rulePage(link.hash.slice(1)); } },
    m: () => {
      if (!current || !one(current.dataset.mark)) return;
      choose(current, document.activeElement === current ? one(current.dataset.mark) : current);
    },
    f: () => { if (filters) { filters.open = true; filters.querySelector("summary").focus(); } },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && filters && filters.open) {
      filters.open = false;
      filters.querySelector("summary").focus();
      return;
    }
    if (!one("keys-on").checked || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  if (filters) {
    document.querySelector(".bar").hidden = false;
    one("next").addEventListener("click", () => travel(1));
    one("previous").addEventListener("click", () => travel(-1));
    one("help").addEventListener("click", keys["?"]);
    filters.addEventListener("change", filter);
    filters.addEventListener("reset", () => setTimeout(filter));
    filters.addEventListener("submit", (event) => event.preventDefault());
  }
  // On a phone the copy comes first; on paper nothing is folded.
  const folded = all("details.speakers, details.tally");
  const fold = () => folded.forEach((part) => { part.open = wide.matches; });
  wide.addEventListener("change", () => matchMedia("print").matches || fold());
  addEventListener("beforeprint", () => folded.forEach((part) => { part.open = true; }));
  fold();
  told();
  settle();
})();
