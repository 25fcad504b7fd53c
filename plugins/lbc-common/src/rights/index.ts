export { AWS_RIGHTS, AWS_RIGHT_GROUPS, awsRightsOf, findAwsRight } from './aws';
export {
  KUBERNETES_RIGHTS,
  findKubernetesRight,
  kubernetesRight,
} from './kubernetes';
export * from './render';
export type * from './types';
export { rightsFiles } from './files';
