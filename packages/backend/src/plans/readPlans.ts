import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadBundledPlans } from 'lbc-sandbox';
import { z } from 'zod';
import {
  PlanEnvironment,
  PlanFile,
  environmentSchema,
  planFileSchema,
} from './planFile';

const ENVIRONMENT = '_environment';

/** A file that is none of these, in a sentence. */
export interface Unreadable {
  file: string;
  sentence: string;
}

export interface Plans {
  files: Array<{ name: string; file: PlanFile }>;
  environment: PlanEnvironment | undefined;
  unreadable: Unreadable[];
}

/** The first thing that is wrong, and where. */
function issueOf({ issues }: z.ZodError): string {
  const [issue] = issues;
  const path = issue.path.map(String).join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}

function parse<S extends z.ZodType>(
  schema: S,
  file: string,
  read: () => unknown,
): { value: z.infer<S> } | Unreadable {
  let json: unknown;
  try {
    json = read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file, sentence: `${file} is not JSON: ${reason}` };
  }
  const result = schema.safeParse(json);
  return result.success
    ? { value: result.data }
    : {
        file,
        sentence: `${file} is no recording of a plan: ${issueOf(result.error)}`,
      };
}

function collect(
  sources: ReadonlyArray<{ name: string; read: () => unknown }>,
): Plans {
  const plans: Plans = { files: [], environment: undefined, unreadable: [] };
  for (const { name, read } of sources) {
    const base = name.replace(/\.json$/, '');
    if (base === ENVIRONMENT) {
      const result = parse(environmentSchema, name, read);
      if ('value' in result) {
        plans.environment = result.value;
      } else {
        plans.unreadable.push(result);
      }
    } else if (!base.startsWith('_')) {
      const result = parse(planFileSchema, name, read);
      if ('value' in result) {
        plans.files.push({ name, file: result.value });
      } else {
        plans.unreadable.push(result);
      }
    }
  }
  return plans;
}

/** Every plan of a folder; what cannot be read does not keep the others. */
export function readPlans(folder: string): Plans {
  return collect(
    readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .sort()
      .map(name => ({
        name,
        read: () => JSON.parse(readFileSync(join(folder, name), 'utf8')),
      })),
  );
}

/** The plans that come with this repository. */
export function bundledPlans(): Plans {
  return collect(
    Object.entries(loadBundledPlans())
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => ({ name, read: () => value })),
  );
}
