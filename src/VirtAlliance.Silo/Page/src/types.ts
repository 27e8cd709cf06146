// What a silo says. The names are those of the records in ../../Web.

export type Status = "queued" | "running" | "paused" | "completed" | "failed" | "cancelled" | "damaged";

export interface Counts {
  decisions: number; quarters: number; runs: number; retries: number; replays: number; records: number; commits: number; messages: number;
  memoryBytes: number; cpuSeconds: number; phases: Record<string, { times: number; seconds: number }>;
}

export interface Silo { name: string; pid: number; page?: string; heardSecondsAgo: number; grains: number; counts?: Counts }

export interface Cluster { cluster: string; self: string; writable: boolean; silos: Silo[] }

export interface StudyLine {
  id: string; scenario: string; status: Status; error?: string; created: string; runs: number; completed: number; quarters: number; quartersDone: number;
}

export interface RunLine { id: string; arm: string; replicate: number; status: Status; error?: string; quarters: number; quartersDone: number }

export interface Claim { claim: string; says: string; verdict: string; probability?: number; low?: number; high?: number; median?: number; replicates: number }

export interface ArmGains { arm: string; to: string; usd: number[] }

export interface Gains { vendors: string[]; baselineUsd: number[]; arms: ArmGains[] }

export interface Study {
  id: string; scenario: string; title: string; status: Status; error?: string; created: string; baseline?: string; runs: number; completed: number;
  quarters: number; quartersDone: number; runList: RunLine[]; claims: Claim[]; gains?: Gains;
}

export interface Run {
  run: string; study: string; arm: string; replicate: number; starts: string; quarters: number; vendors: string[];
  products: { id: string; vendor: string; technology: string }[]; alliances: { id: string; technology: string }[];
}

export interface Standing { status: Status; error?: string; quartersDone: number; quartersPerSecond: number; retries: number; epoch: number; silo: string; digest?: string }

export interface Alliance { id: string; status: "planned" | "active" | "dissolved"; leader?: string; members: { vendor: string; tier: string }[]; poolUsd: number }

export interface Message { kind: string; from: string; to: string; tier?: string; usd?: number }

export interface Quarter {
  at: number; quarter: string; shares: number[]; pricesUsd: (number | null)[]; profitsUsd: number[]; gone: string[];
  alliances: Alliance[]; messages: Message[]; ms?: number; traced: boolean;
}

export interface TracedQuarter { at: number; quarter: string; milliseconds: number }

export interface Span { depth: number; title: string; silo: string; began: number; milliseconds: number; slowest: boolean; events: string[] }

export interface Trace { quarter: string; trace: string; orphans: number; spans: Span[] }

export interface Submission { name?: string; text?: string; arms?: string[]; replicates?: number; seed?: number; quarters?: number; sets?: string[] }
