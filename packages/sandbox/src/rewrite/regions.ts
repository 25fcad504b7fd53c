/** The Route 53 zones that load balancer DNS names of a Region live in. */
const HOSTED_ZONES: Record<string, { application: string; network: string }> = {
  'eu-west-1': { application: 'Z32O12XQLNTSW2', network: 'Z2IFOLAFXWLO4F' },
  'eu-central-1': { application: 'Z215JYRZR1TBD5', network: 'Z3F0SRJ5LGBH90' },
  'us-east-1': { application: 'Z35SXDOTRQ7X7K', network: 'Z26RNL4JYFTOTI' },
  'us-west-2': { application: 'Z1H1FL5HABSF5', network: 'Z18D5FSROUN65G' },
};

/** The hosted zones of a Region, where this package knows them. */
export function hostedZones(region: string) {
  return HOSTED_ZONES[region];
}

/**
 * The short form of a Region that zone IDs begin with: `eu-west-1` is `euw1`,
 * `ap-southeast-2` is `apse2`.
 */
export function regionCode(region: string): string {
  const parts = region.split('-');
  const number = parts.pop() ?? '';
  const [area = '', ...rest] = parts;
  const directions = rest.map(part =>
    part.replace(/^(north|south)(east|west)$/, '$1-$2'),
  );
  const initials = directions
    .flatMap(part => part.split('-'))
    .map(part => part.charAt(0));
  return `${area}${initials.join('')}${number}`;
}
