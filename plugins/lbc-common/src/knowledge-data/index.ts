/**
 * The release data of the AWS Load Balancer Controller, validated as it is
 * loaded. For backends: the page gets answers, never this.
 *
 * @packageDocumentation
 */
export * from './DefaultKnowledge';
export * from './corrections';
