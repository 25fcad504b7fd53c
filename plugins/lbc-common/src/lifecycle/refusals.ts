/** How the controller tells that something still names a security group (F14). */
export const SECURITY_GROUP_IN_USE =
  /failed to delete securityGroup|DependencyViolation|resource sg-\w+ has a dependent object/;

/**
 * How AWS names what there is too much of (F15); too many calls a second are
 * none of that. The first group is the name.
 */
export const QUOTA_REACHED =
  /\b((?!TooManyRequests|RequestLimitExceeded)(?:TooMany\w+|\w*LimitExceeded|\w*QuotaExceeded\w*))\b/;

/** How the API server tells that it does not trust a webhook's certificate (F21). */
export const CERTIFICATE_REFUSED =
  /failed calling webhook \\?"([^"\\]+\.(?:elbv2|aga)\.k8s\.aws)\\?".*(?:x509|certificate)/;
