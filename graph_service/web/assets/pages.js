/* What pages do beyond their plain form: suggestions while one types, copying a citation, dropping a file. */
"use strict";

function suggestions(input, number) {
  const box = document.createElement("div");
  box.className = "suggest-box";
  input.replaceWith(box);
  const list = document.createElement("ul");
  list.className = "suggest";
  list.id = `suggest-${number}`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  const label = input.labels && input.labels[0];
  if (label) list.setAttribute("aria-label", label.textContent);
  box.append(input, list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let chosen = -1;
  let found = [];
  let waiting = 0;
  let asked = 0;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (place) => {
    chosen = place;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === place)));
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[place].id);
      list.children[place].scrollIntoView({ block: "nearest" });
    }
  };
  const take = (one) => {
    if (input.type === "search") window.location.assign(one.url);
    else {
      input.value = one.name;
      close();
    }
  };
  const show = () => {
    list.replaceChildren(
      ...found.map((one, index) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        const name = document.createElement("b");
        name.textContent = one.name;
        item.append(name);
        if (one.title) {
          const title = document.createElement("span");
          title.textContent = one.title;
          title.dir = "auto";
          item.append(title);
        }
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(one);
        });
        return item;
      }),
    );
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    chosen = -1;
  };
  const ask = async () => {
    const words = input.value.trim();
    const mine = ++asked;
    if (words.length < 2) return close();
    const address = new URL(input.dataset.suggest, window.location.href);
    address.searchParams.set("q", words);
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok || mine !== asked) return;
      found = await answer.json();
      if (document.activeElement === input) show();
    } catch {
      close();
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = chosen + step;
      choose(next < 0 ? found.length - 1 : next >= found.length ? 0 : next);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(found[chosen]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
}

document.querySelectorAll("input[data-suggest]").forEach(suggestions);

if (navigator.clipboard) {
  document.querySelectorAll("[data-copy]").forEach((place) => {
    const text = place.textContent.trim();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "⧉";
    button.setAttribute("aria-label", `${document.body.dataset.copyWord}: ${text}`);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = "✓";
      setTimeout(() => (button.textContent = "⧉"), 1500);
    });
    const words = document.createElement("span");
    words.textContent = text;
    place.replaceChildren(words, button);
  });
}

document.querySelectorAll("form[data-drop]").forEach((form) => {
  const input = form.querySelector("input[type=file]");
  const over = (event) => {
    event.preventDefault();
    form.classList.add("over");
  };
  form.addEventListener("dragover", over);
  form.addEventListener("dragenter", over);
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
});

document.querySelectorAll("form[data-progress]").forEach((form) => {
  const told = document.createElement("p");
  told.className = "busy";
  told.setAttribute("role", "status");
  form.append(told);
  form.addEventListener("submit", () => {
    told.textContent = form.dataset.progress;
    form.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", () => {
    told.textContent = "";
    form.removeAttribute("aria-busy");
  });
});

document.addEventListener("keydown", (event) => {
  const open = document.querySelector(".tongues[open]");
  if (event.key === "Escape" && open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
