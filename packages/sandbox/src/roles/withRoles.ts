import { JsonValue, asObjects, asString, at } from '../json';
import { Files, World, WorldStep } from '../worlds';
import { ControllerRole, roleFiles } from './roleFiles';

const SERVICE_ACCOUNTS = 'api/v1/serviceaccounts';
const ROLE_ANNOTATION = 'eks.amazonaws.com/role-arn';

/**
 * A recording with the roles that its service accounts name: nothing was
 * recorded of IAM, so these are made, with the policy that the controller's
 * release asks for, and without some actions where told so.
 */
export function withRoles(
  world: World,
  options: {
    /** Actions that the roles' policies lack, at some steps or at all. */
    without?: readonly string[] | ((step: WorldStep) => readonly string[]);
  } = {},
): World {
  const { without = [] } = options;
  // A role outlives the service account that names it.
  const roles = new Map(
    world.steps.flatMap(rolesOf).map(role => [role.name, role] as const),
  );
  return {
    name: world.name,
    title: world.title,
    truth: world.truth,
    readme: world.readme,
    steps: world.steps.map(step => {
      const made = new Map<string, JsonValue>(
        roleFiles(
          [...roles.values()].map(role => ({
            ...role,
            without: typeof without === 'function' ? without(step) : without,
          })),
        ),
      );
      return { ...step, aws: layered(step.aws, made) };
    }),
  };
}

/** Roles of the step's own account that service accounts name. */
function rolesOf({ accountId, region, clusters }: WorldStep): ControllerRole[] {
  return [...clusters].flatMap(([cluster, { files }]) =>
    asObjects(at(files.get(SERVICE_ACCOUNTS), 'items')).flatMap(account => {
      const arn = asString(
        at(account, 'metadata', 'annotations', ROLE_ANNOTATION),
      );
      const [, owner, name] =
        /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(arn) ?? [];
      return owner === accountId
        ? [
            {
              accountId,
              region,
              name,
              cluster,
              namespace: asString(at(account, 'metadata', 'namespace')),
              serviceAccount: asString(at(account, 'metadata', 'name')),
            },
          ]
        : [];
    }),
  );
}

/** What was recorded comes before what was made. */
function layered(recorded: Files, made: Map<string, JsonValue>): Files {
  return {
    get: path => recorded.get(path) ?? made.get(path),
    has: path => recorded.has(path) || made.has(path),
    keys: () => new Set([...recorded.keys(), ...made.keys()]),
  };
}
