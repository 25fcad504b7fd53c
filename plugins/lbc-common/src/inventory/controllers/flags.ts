import { ContainerSummary, DeploymentObject } from '../objects';

const NAME = 'aws-load-balancer-controller';
/** A mirror may put its own words before the name. */
const IMAGE = /aws-load-balancer-controller(?=[:@]|$)/;
const NAME_LABEL = 'app.kubernetes.io/name';

/** The container of a Deployment that is the controller, by its image, its name or the chart's label. */
export function controllerContainer(
  deployment: DeploymentObject,
): ContainerSummary | undefined {
  const containers = deployment.spec?.template?.spec?.containers ?? [];
  const known =
    containers.find(({ image }) => IMAGE.test(image)) ??
    containers.find(({ name }) => name === NAME);
  if (known) {
    return known;
  }
  const { labels = {} } = deployment.metadata;
  return labels[NAME_LABEL] === NAME
    ? containers.find(
        ({ name, args = [] }) =>
          name === 'controller' ||
          args.some(arg => arg.startsWith('--cluster-name')),
      )
    : undefined;
}

/**
 * Flags of a container, from `command` and `args`: `--a=b`, `--a b` and `--a`
 * (which is `true`). `$(NAME)` is replaced where the variable has a value.
 */
export function flagsOf(container: ContainerSummary): Record<string, string> {
  const env = new Map(
    (container.env ?? []).map(({ name, value }) => [name, value]),
  );
  const words = [...(container.command ?? []), ...(container.args ?? [])];
  const flags: Record<string, string> = {};
  for (let index = 0; index < words.length; index++) {
    const match = /^--?([A-Za-z0-9][\w.-]*)(?:=([\s\S]*))?$/.exec(words[index]);
    if (match) {
      const [, name, value] = match;
      const next = words[index + 1];
      if (value !== undefined) {
        flags[name] = value;
      } else if (next !== undefined && !next.startsWith('-')) {
        flags[name] = next;
        index++;
      } else {
        flags[name] = 'true';
      }
    }
  }
  for (const [name, value] of Object.entries(flags)) {
    flags[name] = value.replace(
      /\$\(([A-Za-z_]\w*)\)/g,
      (text, variable: string) => env.get(variable) ?? text,
    );
  }
  return flags;
}

/** `v3.5.0` of an image tag; undefined where the tag is no version. */
export function versionOf(image: string | undefined): string | undefined {
  const tag = /:v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)(?:@|$)/.exec(image ?? '');
  return tag ? `v${tag[1]}` : undefined;
}
