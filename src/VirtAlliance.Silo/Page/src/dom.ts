// Elements from code; texts are always texts, never markup.

export type Child = Node | string | number | null | undefined | false;

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Record<string, unknown> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value as EventListener);
    else if (name === "class") element.className = String(value);
    else if (name in element && !name.startsWith("aria") && name !== "list") (element as unknown as Record<string, unknown>)[name] = value;
    else element.setAttribute(name, String(value));
  }
  fill(element, ...children);
  return element;
}

export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter(c => c !== null && c !== undefined && c !== false).map(c => (c instanceof Node ? c : String(c))));
}

export function card(id: string, title: string, ...children: Child[]): HTMLElement {
  return h("section", { class: "card", id }, h("h2", {}, title), ...children);
}

export function chip(status: string): HTMLElement {
  return h("span", { class: `chip ${status}` }, status);
}

export function progress(done: number, all: number): HTMLElement {
  const bar = h("div", { class: "bar", role: "progressbar", "aria-valuenow": done, "aria-valuemax": all }, h("div", {}));
  (bar.firstElementChild as HTMLElement).style.width = `${all > 0 ? (100 * done) / all : 0}%`;
  return bar;
}
