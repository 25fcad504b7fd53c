export { AWS_RIGHTS, AWS_RIGHT_GROUPS, awsRightsOf, findAwsRight } from './aws';
export {
  KUBERNETES_RIGHTS,
  findKubernetesRight,
  kubernetesRight,
} from './kubernetes';
export * from './render';
export { OPTIONAL_AWS_SERVICES } from './types';
export type * from './types';
export { rightsFiles } from './files';
