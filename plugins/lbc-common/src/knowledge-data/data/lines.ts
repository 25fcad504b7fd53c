// Written by `npm run knowledge:build`.

/** The release lines, oldest first, each loaded when it is asked for. */
export const LINES: ReadonlyArray<{
  line: string;
  load: () => Promise<unknown>;
}> = [
  { line: 'v2.0', load: () => import('./v2.0.json') },
  { line: 'v2.1', load: () => import('./v2.1.json') },
  { line: 'v2.2', load: () => import('./v2.2.json') },
  { line: 'v2.3', load: () => import('./v2.3.json') },
  { line: 'v2.4', load: () => import('./v2.4.json') },
  { line: 'v2.5', load: () => import('./v2.5.json') },
  { line: 'v2.6', load: () => import('./v2.6.json') },
  { line: 'v2.7', load: () => import('./v2.7.json') },
  { line: 'v2.8', load: () => import('./v2.8.json') },
  { line: 'v2.9', load: () => import('./v2.9.json') },
  { line: 'v2.10', load: () => import('./v2.10.json') },
  { line: 'v2.11', load: () => import('./v2.11.json') },
  { line: 'v2.12', load: () => import('./v2.12.json') },
  { line: 'v2.13', load: () => import('./v2.13.json') },
  { line: 'v2.14', load: () => import('./v2.14.json') },
  { line: 'v2.15', load: () => import('./v2.15.json') },
  { line: 'v2.16', load: () => import('./v2.16.json') },
  { line: 'v2.17', load: () => import('./v2.17.json') },
  { line: 'v3.0', load: () => import('./v3.0.json') },
  { line: 'v3.1', load: () => import('./v3.1.json') },
  { line: 'v3.2', load: () => import('./v3.2.json') },
  { line: 'v3.3', load: () => import('./v3.3.json') },
  { line: 'v3.4', load: () => import('./v3.4.json') },
  { line: 'v3.5', load: () => import('./v3.5.json') },
];
