import { BarChart, GraphChart, LineChart } from "echarts/charts";
import { DataZoomComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { h } from "../dom";
import { quarterAfter } from "../format";
import type { Quarter, Run } from "../types";

use([LineChart, BarChart, GraphChart, GridComponent, LegendComponent, TooltipComponent, DataZoomComponent, SVGRenderer]);

/** Something that is drawn from a run's quarters, and again when there are more. */
export interface Drawing { element: HTMLElement; draw(quarters: Quarter[]): void; close(): void }

export const colors = ["#2f6db5", "#d9792b", "#3d9a5f", "#b8413c", "#7a5bb0", "#8a6a4f", "#cf6fa8", "#6b7280", "#a8a032", "#2b9fb0", "#1f3f73", "#f0a868"];

/** A chart that fits its element. */
export function chart(id: string, height: number, option: object): { element: HTMLElement; chart: () => EChartsType; close(): void } {
  const element = h("div", { id, class: "chart" });
  element.style.height = `${height}px`;
  let made: EChartsType | null = null;
  const sizes = new ResizeObserver(() => made?.resize());
  return {
    element,
    chart: () => {
      if (made) return made;
      made = init(element);
      made.setOption({ animation: false, color: colors, ...option });
      sizes.observe(element);
      return made;
    },
    close: () => { sizes.disconnect(); made?.dispose(); },
  };
}

/** All quarters of a run, so that a chart grows from left to right. */
export const quarterNames = (run: Run): string[] => Array.from({ length: run.quarters }, (_, q) => quarterAfter(run.starts, q));

export const legend = { type: "scroll", bottom: 0, icon: "roundRect", itemWidth: 12, itemHeight: 8 } as const;

export const grid = { left: 8, right: 12, top: 12, bottom: 34, containLabel: true } as const;

export const tooltip = { trigger: "axis", confine: true, axisPointer: { type: "line" }, order: "valueDesc" } as const;
