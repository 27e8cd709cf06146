import { get, poll } from "./api";
import { card, chip, fill, h, progress } from "./dom";
import { ago, number } from "./format";
import { newStudy } from "./new-study";
import { siloTable } from "./silo-table";
import type { Cluster, StudyLine } from "./types";

/** Silos, studies, and a new study. */
export function home(content: HTMLElement): () => void {
  const silos = h("div", { class: "scroll" });
  const studies = h("div", { id: "study-list" });
  fill(content, card("studies", "Studies", studies), card("new", "New study", newStudy()), card("silos", "Silos", silos));
  const table = siloTable();
  const stops = [
    poll(async () => {
      const cluster = await get<Cluster>("api/cluster");
      if (cluster) fill(silos, table(cluster));
    }, 1000),
    poll(async () => {
      const lines = (await get<StudyLine[]>("api/studies")) ?? [];
      fill(studies, lines.length === 0 ? h("p", { class: "quiet" }, "None yet: start one below.") : h("ul", { class: "lines" }, ...lines.map(line)));
    }, 1000),
  ];
  return () => stops.forEach(stop => stop());
}

function line(study: StudyLine): HTMLElement {
  return h(
    "li", { "data-study": study.id, "data-status": study.status },
    h("a", { href: `#/studies/${encodeURIComponent(study.id)}` }, study.id),
    chip(study.status), progress(study.quartersDone, study.quarters),
    h("span", { class: "quiet" }, `${number(study.completed)} of ${number(study.runs)} runs · ${ago(study.created)}`),
    study.error ? h("span", { class: "error" }, study.error) : null);
}
