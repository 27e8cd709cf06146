import { get, post, Refused } from "./api";
import { fill, h } from "./dom";
import { token } from "./silos";
import type { Submission } from "./types";

/** A shipped scenario or one's own, with the options of the console. */
export function newStudy(): HTMLElement {
  const shipped = h("select", { id: "shipped", "aria-label": "Shipped scenario" }, h("option", { value: "" }, "own text"));
  const text = h("textarea", { id: "scenario", rows: 14, spellcheck: false, "aria-label": "Scenario", placeholder: "Paste a scenario, or choose one that is shipped" });
  const options = {
    arms: field("arms", "all", "Arms, with commas between; the baseline always runs along"), replicates: field("replicates", "1", "Runs of each arm"),
    quarters: field("quarters", "as in the file", "Instead of the scenario's"), seed: field("seed", "as in the file", "Instead of the scenario's"),
    sets: field("set", "path=value", "Changes a value of the scenario; several with ; between"),
  };
  const errors = h("pre", { id: "errors", class: "error", role: "alert" });
  const start = h("button", { id: "start", type: "button" }, "Start");
  shipped.addEventListener("change", async () => {
    const scenario = shipped.value ? await get<{ text: string }>(`api/scenarios/${encodeURIComponent(shipped.value)}`) : null;
    text.value = scenario?.text ?? "";
  });
  start.addEventListener("click", async () => {
    start.disabled = true;
    fill(errors);
    try {
      const { study } = await post<{ study: string }>("api/studies", submission());
      location.hash = `#/studies/${encodeURIComponent(study)}`;
    } catch (e) {
      fill(errors, e instanceof Refused ? e.errors.join("\n") : "no silo took it; try again");
    } finally {
      start.disabled = false;
    }
  });

  const value = (name: keyof typeof options): string => options[name].querySelector("input")!.value.trim();
  const whole = (name: keyof typeof options): number | undefined => (value(name) === "" ? undefined : Number(value(name)));
  const list = (name: keyof typeof options, by: string): string[] | undefined => (value(name) === "" ? undefined : value(name).split(by).map(p => p.trim()).filter(p => p !== ""));
  const submission = (): Submission => ({
    name: shipped.value || "scenario", text: text.value, arms: list("arms", ","), replicates: whole("replicates"), seed: whole("seed"), quarters: whole("quarters"), sets: list("sets", ";"),
  });

  void get<string[]>("api/scenarios").then(names => names?.forEach(n => shipped.append(h("option", { value: n }, n)))).catch(() => undefined);
  if (!token()) fill(errors, "Open the page by the address that ‘virtalliance cluster start’ or ‘cluster status’ prints: it carries the token that starting and cancelling need.");
  return h("form", { class: "new", submit: (e: Event) => e.preventDefault() }, h("label", {}, "Scenario ", shipped), text, h("div", { class: "options" }, ...Object.values(options)), start, errors);
}

function field(name: string, placeholder: string, title: string): HTMLElement {
  return h("label", { title }, name, h("input", { name, placeholder }));
}
