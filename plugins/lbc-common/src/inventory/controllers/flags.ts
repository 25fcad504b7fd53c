import { ContainerSummary, DeploymentObject } from '../objects';

const IMAGE = /(^|\/)aws-load-balancer-controller(?=[:@]|$)/;
const NAME_LABEL = 'app.kubernetes.io/name';

/** The container of a Deployment that is the controller, by its image or the chart's label. */
export function controllerContainer(
  deployment: DeploymentObject,
): ContainerSummary | undefined {
  const containers = deployment.spec?.template?.spec?.containers ?? [];
  const byImage = containers.find(({ image }) => IMAGE.test(image));
  if (byImage) {
    return byImage;
  }
  const { labels = {} } = deployment.metadata;
  return labels[NAME_LABEL] === 'aws-load-balancer-controller'
    ? containers.find(
        ({ name, args = [] }) =>
          name === 'aws-load-balancer-controller' ||
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
