import { percent } from "../format";
import type { Run } from "../types";
import { chart, grid, legend, quarterNames, tooltip, type Drawing } from "./chart";

/** Products' shares of the seats that run any, one on the other. */
export function shareChart(run: Run): Drawing {
  const shown = chart("shares", 430, {
    grid, legend, tooltip: { ...tooltip, order: "seriesDesc", valueFormatter: (v: number) => (v === undefined || v === null ? "" : percent(v)) },
    xAxis: { type: "category", data: quarterNames(run), boundaryGap: false },
    yAxis: { type: "value", min: 0, max: 1, axisLabel: { formatter: (v: number) => `${Math.round(100 * v)} %` } },
    series: run.products.map(p => ({ name: p.id, type: "line", stack: "all", areaStyle: { opacity: 0.75 }, lineStyle: { width: 0.5 }, showSymbol: false, data: [] })),
  });
  return {
    element: shown.element,
    draw: quarters => {
      shown.element.dataset.quarters = String(quarters.length);
      shown.chart().setOption({ series: run.products.map((_, p) => ({ data: quarters.map(q => q.shares[p]) })) });
    },
    close: shown.close,
  };
}
