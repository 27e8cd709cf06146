import { fill, h } from "../dom";
import { usd } from "../format";
import type { Alliance, Message, Quarter, Run } from "../types";
import { chart, colors, type Drawing } from "./chart";

const kinds: Record<string, string> = {
  invitation: "#7a5bb0", application: "#2f6db5", contribution: "#c9a227", withdrawal: "#b8413c", admission: "#3d9a5f", refusal: "#d9792b", expulsion: "#7d1d1a", founding: "#2b9fb0",
};

/** Vendors around their alliances, and who wrote to whom in a quarter. */
export function allianceGraph(run: Run): Drawing {
  const shown = chart("alliances", 340, { tooltip: { confine: true } });
  const slider = h("input", { type: "range", min: 0, max: 0, value: 0, "aria-label": "Quarter" });
  const name = h("output", {});
  const list = h("ul", { class: "messages" });
  let all: Quarter[] = [];
  let follows = true;
  const show = (): void => {
    const quarter = all[Number(slider.value)];
    if (!quarter) return;
    fill(name, quarter.quarter);
    shown.chart().setOption({ series: [series(run, quarter)] });
    shown.element.dataset.quarter = quarter.quarter;
    fill(list, ...(quarter.messages.length ? quarter.messages.map(line) : [h("li", { class: "quiet" }, "no messages in this quarter")]));
  };
  slider.addEventListener("input", () => {
    follows = Number(slider.value) === all.length - 1;
    show();
  });
  return {
    element: h("div", {}, shown.element, h("label", { class: "slider" }, slider, name), list),
    draw: quarters => {
      all = quarters;
      slider.max = String(Math.max(0, quarters.length - 1));
      if (follows) slider.value = slider.max;
      show();
    },
    close: shown.close,
  };
}

function line(message: Message): HTMLElement {
  const mark = h("span", { class: "mark" });
  mark.style.background = kinds[message.kind] ?? "#888";
  return h("li", {}, mark, ` ${message.from} → ${message.to}: ${message.kind}${message.tier ? `, ${message.tier}` : ""}${message.usd !== undefined ? `, ${usd(message.usd)}` : ""}`);
}

function series(run: Run, quarter: Quarter): object {
  const alliances = quarter.alliances.filter(a => a.status !== "dissolved");
  const known = new Set([...run.vendors, ...alliances.map(a => a.id)]);
  const ties = alliances.flatMap(a => a.members.map(m => ({ source: m.vendor, target: a.id, lineStyle: { color: "#b7bdc7", width: a.leader === m.vendor ? 4 : 2 }, tooltip: { formatter: m.tier } })));
  const letters = quarter.messages.filter(m => known.has(m.from) && known.has(m.to)).map(m => ({
    source: m.from, target: m.to, symbol: ["none", "arrow"], symbolSize: 9, lineStyle: { color: kinds[m.kind] ?? "#888", width: 2, curveness: 0.25 }, value: m.kind,
  }));
  return {
    type: "graph", layout: "none", preserveAspect: true, roam: false, left: 70, right: 70, top: 30, bottom: 30, label: { show: true, position: "bottom", distance: 3, fontSize: 11 },
    labelLayout: { hideOverlap: true }, data: [...circle(alliances, 38).map(p => hub(p.of, p)), ...circle(run.vendors, 100).map(p => firm(p.of, p, quarter))], links: [...ties, ...letters],
  };
}

type Place = { x: number; y: number };

function hub(alliance: Alliance, at: Place): object {
  return { name: alliance.id, ...at, symbol: "roundRect", symbolSize: 26, itemStyle: { color: alliance.status === "planned" ? "#cfd5de" : colors[1] }, label: { position: "inside", fontWeight: "bold", distance: 0, color: "#16202e" } };
}

function firm(vendor: string, at: Place, quarter: Quarter): object {
  return { name: vendor, ...at, symbolSize: 16, itemStyle: { color: quarter.gone.includes(vendor) ? "#d8dce3" : colors[0] } };
}

/** Evenly around, a single one in the middle. */
function circle<T>(items: T[], radius: number): (Place & { of: T })[] {
  const r = items.length === 1 && radius < 50 ? 0 : radius;
  return items.map((of, i) => ({ of, x: 1.6 * r * Math.sin((2 * Math.PI * i) / items.length), y: -r * Math.cos((2 * Math.PI * i) / items.length) }));
}
