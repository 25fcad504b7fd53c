import { z } from 'zod';
import { bundledWorlds, loadBundledWorld } from '../worlds';
import { ControlClient } from './controlClient';
import { Io, UsageError } from './io';

const steppedSchema = z.object({ world: z.string(), step: z.string() });
const worldsSchema = z.object({
  worlds: z.array(
    z.object({
      name: z.string(),
      title: z.string().optional(),
      step: z.string(),
      steps: z.array(z.object({ name: z.string() })),
    }),
  ),
});
const callsSchema = z.object({
  total: z.number(),
  calls: z.record(z.string(), z.number()),
  mutations: z.array(z.object({ api: z.string(), what: z.string() })),
});

/** Takes a world of the fleet that runs to a step. */
export async function step(
  options: { stateDir: string; world?: string; step?: string },
  io: Io,
): Promise<void> {
  if (options.world === undefined) {
    throw new UsageError('Which world? npm run sandbox -- step WORLD [STEP]');
  }
  const client = ControlClient.require(options.stateDir);
  const path = `/api/worlds/${encodeURIComponent(options.world)}/step`;
  const now = await client.post(path, steppedSchema, { step: options.step });
  io.out(`${now.world} is at ${now.step}`);
}

/** Lists the worlds of the fleet that runs, else the bundled ones. */
export async function worlds(
  { stateDir }: { stateDir: string },
  io: Io,
): Promise<void> {
  const client = ControlClient.find(stateDir);
  if (!client) {
    io.out('No fleet runs. These worlds come with the sandbox:');
    for (const name of bundledWorlds()) {
      const { title, steps } = loadBundledWorld(name);
      show({ name, title, steps: steps.map(each => each.name) }, io);
    }
    return;
  }
  const { worlds: running } = await client.get('/api/worlds', worldsSchema);
  for (const { name, title, step: at, steps } of running) {
    show({ name, title, at, steps: steps.map(each => each.name) }, io);
  }
}

/** Shows how often the fleet was called, by API. */
export async function calls(
  { stateDir, reset }: { stateDir: string; reset: boolean },
  io: Io,
): Promise<void> {
  const client = ControlClient.require(stateDir);
  const seen = reset
    ? await client.post('/api/calls/reset', callsSchema, {})
    : await client.get('/api/calls', callsSchema);
  for (const [call, count] of Object.entries(seen.calls)) {
    io.out(`${String(count).padStart(7)}  ${call}`);
  }
  io.out(`${String(seen.total).padStart(7)}  in all`);
  for (const { api, what } of seen.mutations) {
    io.out(`Would have changed something: ${api} ${what}`);
  }
}

function show(
  world: { name: string; title?: string; at?: string; steps: string[] },
  io: Io,
) {
  io.out(world.title ? `${world.name}: ${world.title}` : world.name);
  for (const each of world.steps) {
    io.out(`  ${each === world.at ? '*' : ' '} ${each}`);
  }
}
