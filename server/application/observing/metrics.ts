/** Names a series: what it is about, never whom. */
type Labels = { readonly [name: string]: string };

/** What the program counts of itself since it started, in the form Prometheus reads. */
export interface Metrics {
  /** Counts how long something took. */
  observe(name: HistogramName, labels: Labels, seconds: number): void;
  /** The text for a scrape: what was counted, and the values of this instant. */
  exposition(gauges: readonly Gauge[]): string;
}

/** A value of this instant, or a counter that somebody else keeps. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly type: 'gauge' | 'counter';
  readonly values: readonly { readonly labels?: Labels; readonly value: number }[];
}

const histograms = {
  gridloom_http_request_seconds: 'Time from a request to its answer, by route.',
  gridloom_command_seconds: 'Time of a command of a process instance, from its lock to the end of its commit.',
} as const;
type HistogramName = keyof typeof histograms;

/** Upper bounds in seconds: a command takes 1 to 5 ms, a person notices half a second, a statement is ended at 30 s. */
const bounds = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];

interface Series {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** Series of one histogram; a label that grows without end would fill the memory, so beyond these nothing new is taken. */
const mostSeries = 1000;

/** Counters of one process. */
export function createMetrics(): Metrics {
  const all = new Map<HistogramName, Map<string, Series>>();
  return {
    observe(name, labels, seconds) {
      const series = seriesOf(all, name, labelText(labels));
      if (!series) return;
      const place = bounds.findIndex((bound) => seconds <= bound);
      if (place >= 0) series.counts[place] = (series.counts[place] ?? 0) + 1;
      series.sum += seconds;
      series.count += 1;
    },
    exposition: (gauges) => {
      const counted = [...all].flatMap(([name, series]) => histogramLines(name, series));
      return `${[...gauges.flatMap(gaugeLines), ...counted].join('\n')}\n`;
    },
  };
}

function seriesOf(
  all: Map<HistogramName, Map<string, Series>>,
  name: HistogramName,
  labels: string,
): Series | undefined {
  const known = all.get(name) ?? new Map<string, Series>();
  all.set(name, known);
  const series = known.get(labels);
  if (series || known.size >= mostSeries) return series;
  const fresh: Series = { counts: bounds.map(() => 0), sum: 0, count: 0 };
  known.set(labels, fresh);
  return fresh;
}

function histogramLines(name: HistogramName, all: ReadonlyMap<string, Series>): readonly string[] {
  const lines = [...all].flatMap(([labels, { counts, sum, count }]) => {
    const before = labels === '' ? '' : `${labels},`;
    const rest = labels === '' ? '' : `{${labels}}`;
    let below = 0;
    return [
      ...bounds.map((bound, place) => {
        below += counts[place] ?? 0;
        return `${name}_bucket{${before}le="${bound}"} ${below}`;
      }),
      `${name}_bucket{${before}le="+Inf"} ${count}`,
      `${name}_sum${rest} ${sum}`,
      `${name}_count${rest} ${count}`,
    ];
  });
  return [...heading(name, histograms[name], 'histogram'), ...lines];
}

function gaugeLines({ name, help, type, values }: Gauge): readonly string[] {
  const lines = values.map(({ labels = {}, value }) => {
    const text = labelText(labels);
    return `${name}${text === '' ? '' : `{${text}}`} ${value}`;
  });
  return [...heading(name, help, type), ...lines];
}

function heading(name: string, help: string, type: string): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

/** Backslash, quote and line break are escaped, as the text format 0.0.4 asks. */
function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(
      ([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
    )
    .join(',');
}
