import "./style.css";
import { get, poll } from "./api";
import { fill, h } from "./dom";
import { home } from "./home";
import { run } from "./run";
import { arrive, remember } from "./silos";
import { study } from "./study";
import type { Cluster } from "./types";

const content = h("main", {});
const where = h("span", { class: "quiet", id: "self" });
fill(document.getElementById("page")!, h("header", {}, h("a", { href: "#/", class: "brand" }, "VirtAlliance"), where), content);

let leave: () => void = () => undefined;

function show(): void {
  arrive();
  leave();
  const [, kind, id] = location.hash.slice(1).split("/").map(decodeURIComponent);
  window.scrollTo(0, 0);
  if (kind === "studies" && id) leave = study(content, id);
  else if (kind === "runs" && id) leave = run(content, id);
  else leave = home(content);
}

window.addEventListener("hashchange", show);
poll(async () => {
  const cluster = await get<Cluster>("api/cluster");
  if (!cluster) return;
  remember(cluster);
  fill(where, `${cluster.cluster} · ${cluster.silos.length} ${cluster.silos.length === 1 ? "silo" : "silos"} · served by ${cluster.self}`);
}, 1500);
show();
