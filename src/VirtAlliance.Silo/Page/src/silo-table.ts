import { h } from "./dom";
import { compact, number } from "./format";
import type { Cluster, Counts, Silo } from "./types";

const columns: [string, (counts: Counts) => number][] = [
  ["decisions", c => c.decisions], ["quarters", c => c.quarters], ["runs", c => c.runs], ["retries", c => c.retries], ["replays", c => c.replays],
  ["records", c => c.records], ["commits", c => c.commits], ["messages", c => c.messages],
];

const silentAfterSeconds = 5;

/** What silos have done since they started, with the rate of decisions since the table was last drawn anew. */
export function siloTable(): (cluster: Cluster) => HTMLElement {
  const before = new Map<string, { at: number; counts: Counts; rate: number }>();
  const rate = (silo: Silo): number => {
    const [now, known] = [Date.now(), before.get(silo.name)];
    if (!silo.counts) return 0;
    if (known && known.counts.cpuSeconds === silo.counts.cpuSeconds) return known.rate;
    const since = known && silo.counts.decisions >= known.counts.decisions ? (1000 * (silo.counts.decisions - known.counts.decisions)) / Math.max(1, now - known.at) : 0;
    before.set(silo.name, { at: now, counts: silo.counts, rate: since });
    return since;
  };
  return cluster => h(
    "table", {},
    h("thead", {}, h("tr", {}, h("th", {}, "silo"), h("th", {}, "health"), ...["grains", "decisions/s", ...columns.map(c => c[0]), "core s", "MiB"].map(t => h("th", { class: "number" }, t)))),
    h("tbody", {}, ...cluster.silos.map(s => h(
      "tr", { "data-silo": s.name }, h("td", {}, s.name), h("td", {}, s.heardSecondsAgo < silentAfterSeconds ? "healthy" : `silent for ${number(s.heardSecondsAgo)} s`),
      ...[number(s.grains), compact(rate(s)), ...columns.map(c => (s.counts ? compact(c[1](s.counts)) : "")), s.counts ? s.counts.cpuSeconds.toFixed(1) : "", s.counts ? number(s.counts.memoryBytes / 2 ** 20) : ""]
        .map(t => h("td", { class: "number" }, t))))));
}
