import { get, poll, post, Refused } from "./api";
import { card, chip, fill, h, progress } from "./dom";
import { number, percent, usd } from "./format";
import { token } from "./silos";
import type { Claim, Gains, RunLine, Study } from "./types";

/** A study: its runs, and gains and verdicts as they firm up. */
export function study(content: HTMLElement, id: string): () => void {
  const [title, state, rest] = [h("h2", {}, id), h("span"), h("div")];
  const [runs, gains, claims] = [h("div", { id: "run-list" }), h("div", { class: "scroll" }), h("div", { class: "scroll" })];
  const cancel = cancelButton(id);
  const where = h("p", {}, h("span", { class: "quiet" }, `${id} `), state, " ", cancel);
  const head = h("section", { class: "card", id: "study" }, title, where, rest);
  fill(content, head, card("runs", "Runs", runs), card("gains", "Gains against the baseline, discounted", gains), card("claims", "Claims", claims));
  return poll(async () => {
    const seen = await get<Study>(`api/studies/${encodeURIComponent(id)}`);
    if (!seen) {
      fill(head, h("h2", {}, id), h("p", { class: "error" }, "There is no such study."));
      return true;
    }
    const going = seen.status === "queued" || seen.status === "running";
    head.dataset.status = seen.status;
    fill(title, seen.title);
    fill(state, chip(seen.status));
    cancel.hidden = !going;
    fill(
      rest, progress(seen.quartersDone, seen.quarters), h("p", { class: "quiet" }, `${number(seen.completed)} of ${number(seen.runs)} runs, ${number(seen.quartersDone)} of ${number(seen.quarters)} quarters`),
      seen.error ? h("p", { class: "error" }, seen.error) : null);
    fill(runs, h("ul", { class: "lines" }, ...seen.runList.map(run)), seen.runs > seen.runList.length ? h("p", { class: "quiet" }, `and ${number(seen.runs - seen.runList.length)} more`) : null);
    fill(gains, seen.gains ? gainTable(seen.gains, seen.baseline ?? "") : h("p", { class: "quiet" }, "None to tell yet."));
    fill(claims, seen.claims.length ? claimTable(seen.claims) : h("p", { class: "quiet" }, "The scenario claims nothing."));
    return false;
  }, 1000);
}

/** Cancels a study. */
export function cancelButton(id: string): HTMLButtonElement {
  const button = h("button", { id: "cancel", type: "button", class: "danger", disabled: !token(), title: token() ? "" : "needs the token that the console prints" }, "Cancel");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await post(`api/studies/${encodeURIComponent(id)}/cancel`);
    } catch (e) {
      button.title = e instanceof Refused ? e.message : "no silo took it; try again";
      button.disabled = false;
    }
  });
  return button;
}

function run(line: RunLine): HTMLElement {
  return h(
    "li", { "data-run": line.id, "data-status": line.status }, h("a", { href: `#/runs/${encodeURIComponent(line.id)}` }, `${line.arm}${line.replicate ? ` · ${line.replicate}` : ""}`),
    chip(line.status), progress(line.quartersDone, line.quarters), h("span", { class: "quiet" }, `${line.quartersDone} of ${line.quarters} quarters`),
    line.error ? h("span", { class: "error" }, line.error) : null);
}

function gainTable(gains: Gains, baseline: string): HTMLElement {
  const most = Math.max(1, ...gains.arms.flatMap(a => a.usd.map(Math.abs)));
  const cell = (value: number, shade: boolean): HTMLElement => {
    const td = h("td", { class: "number" }, usd(value));
    if (shade) td.style.background = `rgb(${value < 0 ? "220 70 60" : "40 150 90"} / ${(0.45 * Math.abs(value)) / most})`;
    return td;
  };
  return h(
    "table", {}, h("thead", {}, h("tr", {}, h("th", {}, "arm"), h("th", {}, "up to"), ...gains.vendors.map(v => h("th", { class: "number" }, v)))),
    h("tbody", {}, h("tr", { class: "quiet" }, h("td", {}, `${baseline}: profit`), h("td", {}, ""), ...gains.baselineUsd.map(u => cell(u, false))),
      ...gains.arms.map(a => h("tr", {}, h("td", {}, a.arm), h("td", {}, a.to), ...a.usd.map(u => cell(u, true))))));
}

function claimTable(claims: Claim[]): HTMLElement {
  return h(
    "table", {}, h("thead", {}, h("tr", {}, h("th", {}, "claim"), h("th", {}, "verdict"), h("th", { class: "number" }, "holds in"), h("th", { class: "number" }, "95 % interval"), h("th", { class: "number" }, "replicates"))),
    h("tbody", {}, ...claims.map(c => h(
      "tr", {}, h("td", { class: "says" }, c.says || c.claim), h("td", {}, chip(c.verdict)), h("td", { class: "number" }, c.probability === undefined ? "" : percent(c.probability)),
      h("td", { class: "number" }, c.low === undefined || c.high === undefined ? "" : `${percent(c.low)} – ${percent(c.high)}`), h("td", { class: "number" }, c.replicates)))));
}
