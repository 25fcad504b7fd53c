const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}/(?:3[0-2]|[12]?\\d)$`);
const GROUPS = /^[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*$/i;

function isIpv6(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2) {
    return false;
  }
  const parts = halves.filter(half => half !== '');
  if (!parts.every(half => GROUPS.test(half))) {
    return false;
  }
  const count = parts.reduce((sum, half) => sum + half.split(':').length, 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

/** As `net.ParseCIDR`, but for IPv4 written within IPv6. */
export function isCidr(text: string): boolean {
  if (IPV4.test(text)) {
    return true;
  }
  const match = /^([0-9a-f:]+)\/(\d{1,3})$/i.exec(text);
  return match !== null && Number(match[2]) <= 128 && isIpv6(match[1]);
}
