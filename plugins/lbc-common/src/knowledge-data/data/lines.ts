// Written by `npm run knowledge:build`.

/** The release lines, oldest first, each loaded when it is asked for. */
export const LINES: ReadonlyArray<{
  line: string;
  load: () => Promise<unknown>;
}> = [
  { line: 'v2.0', load: async () => (await import('./v2.0.json')).default },
  { line: 'v2.1', load: async () => (await import('./v2.1.json')).default },
  { line: 'v2.2', load: async () => (await import('./v2.2.json')).default },
  { line: 'v2.3', load: async () => (await import('./v2.3.json')).default },
  { line: 'v2.4', load: async () => (await import('./v2.4.json')).default },
  { line: 'v2.5', load: async () => (await import('./v2.5.json')).default },
  { line: 'v2.6', load: async () => (await import('./v2.6.json')).default },
  { line: 'v2.7', load: async () => (await import('./v2.7.json')).default },
  { line: 'v2.8', load: async () => (await import('./v2.8.json')).default },
  { line: 'v2.9', load: async () => (await import('./v2.9.json')).default },
  { line: 'v2.10', load: async () => (await import('./v2.10.json')).default },
  { line: 'v2.11', load: async () => (await import('./v2.11.json')).default },
  { line: 'v2.12', load: async () => (await import('./v2.12.json')).default },
  { line: 'v2.13', load: async () => (await import('./v2.13.json')).default },
  { line: 'v2.14', load: async () => (await import('./v2.14.json')).default },
  { line: 'v2.15', load: async () => (await import('./v2.15.json')).default },
  { line: 'v2.16', load: async () => (await import('./v2.16.json')).default },
  { line: 'v2.17', load: async () => (await import('./v2.17.json')).default },
  { line: 'v3.0', load: async () => (await import('./v3.0.json')).default },
  { line: 'v3.1', load: async () => (await import('./v3.1.json')).default },
  { line: 'v3.2', load: async () => (await import('./v3.2.json')).default },
  { line: 'v3.3', load: async () => (await import('./v3.3.json')).default },
  { line: 'v3.4', load: async () => (await import('./v3.4.json')).default },
  { line: 'v3.5', load: async () => (await import('./v3.5.json')).default },
];
