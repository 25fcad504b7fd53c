import { ContainerSummary } from '@lbc-backstage/plugin-lbc-common';

const NAME = 'aws-load-balancer-controller';
const LABEL = 'app.kubernetes.io/name';

/** An image's name without registry, tag and digest. */
function imageName(image: string): string {
  const [path] = image.split('@');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.split(':')[0];
}

/** Whether a workload is the controller: by its image, a container's name or its label. */
export function isController(options: {
  containers: readonly ContainerSummary[];
  labels?: Readonly<Record<string, string>>;
}): boolean {
  const { containers, labels } = options;
  return (
    labels?.[LABEL] === NAME ||
    containers.some(
      ({ name, image }) => name === NAME || imageName(image).endsWith(NAME),
    )
  );
}
