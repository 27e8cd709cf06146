import type { Quarter, Run } from "../types";
import { chart, grid, legend, quarterNames, tooltip, type Drawing } from "./chart";

/** A line per name over the quarters. */
export function lines(id: string, run: Run, names: string[], values: (quarter: Quarter) => (number | null)[], format: (value: number) => string): Drawing {
  const shown = chart(id, 260, {
    grid, legend, tooltip: { ...tooltip, valueFormatter: (v: number) => (v === undefined || v === null ? "" : format(v)) },
    xAxis: { type: "category", data: quarterNames(run), boundaryGap: false },
    yAxis: { type: "value", axisLabel: { formatter: format } },
    series: names.map(name => ({ name, type: "line", showSymbol: false, connectNulls: false, lineStyle: { width: 1.5 }, data: [] })),
  });
  return {
    element: shown.element,
    draw: quarters => shown.chart().setOption({ series: names.map((_, i) => ({ data: quarters.map(q => values(q)[i]) })) }),
    close: shown.close,
  };
}
