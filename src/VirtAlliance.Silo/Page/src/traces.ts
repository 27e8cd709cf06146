import { get } from "./api";
import type { Drawing } from "./charts/chart";
import { fill, h } from "./dom";
import { ms } from "./format";
import type { Quarter, Span, Trace } from "./types";

const mostSpans = 400;

/** The quarters that were traced, and the waterfall of one. */
export function traces(run: string): Drawing {
  const choice = h("select", { id: "traced", "aria-label": "Traced quarter" });
  const none = h("p", { class: "quiet" }, "No quarter was traced: start the cluster with --trace-every K.");
  const fall = h("div", { id: "waterfall" });
  let known = 0;
  choice.addEventListener("change", async () => {
    if (!choice.value) return fill(fall);
    const trace = await get<Trace>(`api/runs/${encodeURIComponent(run)}/traces/${choice.value}`).catch(() => null);
    fill(fall, trace ? waterfall(trace) : h("p", { class: "quiet" }, "Its spans are not in the store yet; choose it again in a moment."));
  });
  return {
    element: h("div", {}, none, choice, fall),
    draw: (quarters: Quarter[]) => {
      const traced = quarters.filter(q => q.traced);
      none.hidden = traced.length > 0;
      choice.hidden = traced.length === 0;
      if (choice.length === 0) choice.append(h("option", { value: "" }, "choose a quarter"));
      for (const q of traced.slice(known)) choice.append(h("option", { value: String(q.at) }, `${q.quarter}${q.ms ? ` (${ms(q.ms)})` : ""}`));
      known = traced.length;
    },
    close: () => undefined,
  };
}

function waterfall(trace: Trace): HTMLElement {
  const whole = trace.spans[0]?.milliseconds ?? 1;
  return h(
    "div", { class: "waterfall" }, h("p", { class: "quiet" }, `${trace.quarter}: ${ms(whole)}, trace ${trace.trace}; the slowest path is dark`),
    ...trace.spans.slice(0, mostSpans).map(s => row(s, whole)),
    trace.spans.length > mostSpans ? h("p", { class: "quiet" }, `and ${trace.spans.length - mostSpans} more spans`) : null,
    trace.orphans > 0 ? h("p", { class: "quiet" }, `${trace.orphans} spans whose parent is not there are left out`) : null);
}

function row(span: Span, whole: number): HTMLElement {
  const bar = h("div", { class: span.slowest ? "span slowest" : "span" });
  bar.style.left = `${(100 * span.began) / whole}%`;
  bar.style.width = `max(2px, ${(100 * span.milliseconds) / whole}%)`;
  const title = h("span", { class: "title" }, span.title, ...span.events.map(e => h("em", {}, ` ${e}`)));
  title.style.paddingLeft = `${0.8 * span.depth}em`;
  return h("div", { class: "row", title: `${span.title} on ${span.silo}: from ${ms(span.began)}, took ${ms(span.milliseconds)}` }, title, h("span", { class: "quiet silo" }, span.silo), h("div", { class: "track" }, bar), h("span", { class: "took" }, ms(span.milliseconds)));
}
