/* The graph made lively: larger and smaller, drawn about, neighbours lit up, outdated references alone, PNG. */
"use strict";

(() => {
  const svg = document.querySelector("svg[data-graph]");
  const tools = document.querySelector("[data-graph-tools]");
  if (!svg || !tools) return;
  const holder = svg.parentElement;
  const whole = svg.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };

  let scale = 1;
  const size = (next, at) => {
    const before = scale;
    scale = Math.min(Math.max(next, 0.15), 4);
    const box = holder.getBoundingClientRect();
    const point = at || { x: box.width / 2, y: box.height / 2 };
    const left = (holder.scrollLeft + point.x) * (scale / before) - point.x;
    const top = (holder.scrollTop + point.y) * (scale / before) - point.y;
    svg.setAttribute("width", full.width * scale);
    svg.setAttribute("height", full.height * scale);
    holder.scrollLeft = left;
    holder.scrollTop = top;
  };
  const fit = () => size(Math.min(holder.clientWidth / full.width, 1));
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.zoom === "in") size(scale * 1.25);
    if (button.dataset.zoom === "out") size(scale / 1.25);
    if (button.dataset.zoom === "all") fit();
    if ("png" in button.dataset) picture();
  });
  holder.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = holder.getBoundingClientRect();
      size(scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1), { x: event.clientX - box.left, y: event.clientY - box.top });
    },
    { passive: false },
  );
  holder.addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "=") size(scale * 1.25);
    else if (event.key === "-") size(scale / 1.25);
    else if (event.key === "0") fit();
  });

  let held = null;
  holder.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch" || event.target.closest("a")) return;
    held = { x: event.clientX, y: event.clientY, left: holder.scrollLeft, top: holder.scrollTop };
    holder.setPointerCapture(event.pointerId);
    holder.classList.add("held");
  });
  holder.addEventListener("pointermove", (event) => {
    if (!held) return;
    holder.scrollLeft = held.left - (event.clientX - held.x);
    holder.scrollTop = held.top - (event.clientY - held.y);
  });
  const loose = () => {
    held = null;
    holder.classList.remove("held");
  };
  holder.addEventListener("pointerup", loose);
  holder.addEventListener("pointercancel", loose);

  const boxes = new Map([...svg.querySelectorAll(".box")].map((box) => [box.dataset.iri, box]));
  const edges = [...svg.querySelectorAll(".edge")];
  const light = (iri) => {
    svg.classList.toggle("lit", Boolean(iri));
    svg.querySelectorAll(".on").forEach((one) => one.classList.remove("on"));
    if (!iri) return;
    boxes.get(iri)?.classList.add("on");
    edges
      .filter((edge) => edge.dataset.start === iri || edge.dataset.goal === iri)
      .forEach((edge) => {
        edge.classList.add("on");
        boxes.get(edge.dataset.start)?.classList.add("on");
        boxes.get(edge.dataset.goal)?.classList.add("on");
      });
  };
  boxes.forEach((box, iri) => {
    box.addEventListener("pointerenter", () => light(iri));
    box.addEventListener("pointerleave", () => light(null));
    box.addEventListener("focus", () => light(iri));
    box.addEventListener("blur", () => light(null));
  });
  tools.querySelector("[data-only]").addEventListener("change", (event) => {
    svg.classList.toggle("only-outdated", event.target.checked);
  });

  function picture() {
    const copy = svg.cloneNode(true);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", full.width * 2);
    copy.setAttribute("height", full.height * 2);
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = full.width * 2;
      canvas.height = full.height * 2;
      const context = canvas.getContext("2d");
      context.fillStyle = "#ffffff";
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0);
      const link = document.createElement("a");
      link.href = canvas.toDataURL("image/png");
      link.download = `${svg.dataset.name}.png`;
      link.click();
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  }

  if (full.width > holder.clientWidth) {
    const centre = svg.querySelector(".box-centre rect");
    if (centre) {
      holder.scrollLeft = centre.x.baseVal.value - holder.clientWidth / 2;
      holder.scrollTop = centre.y.baseVal.value - holder.clientHeight / 2;
    }
  }
})();
