import { AwsRequest } from '../AwsRequest';
import { AwsService } from '../AwsService';
import { Protocol, jsonProtocol, queryProtocol } from '../protocols';
import { ec2Service } from './ec2';
import { eksService } from './eks';
import { elbv2Service } from './elbv2';
import { iamService } from './iam';
import { stsService } from './sts';
import { taggingService } from './tagging';

/** The services that the fleet speaks. Another one is another file here. */
const services: AwsService[] = [
  elbv2Service,
  taggingService,
  stsService,
  ec2Service,
  eksService,
  iamService,
];

/** The service that a call is for; one without operations, where the fleet has none. */
export function serviceOf(request: AwsRequest): AwsService {
  const signingName = request.signature?.service ?? 'unsigned';
  // Classic load balancers are signed for under the same name as the newer
  // ones, and have another version.
  const known = services.find(
    service =>
      service.signingName === signingName &&
      (service.version === undefined || service.version === request.version),
  );
  return known ?? stranger(signingName, request);
}

/** Everything of a service that nobody recorded is denied, in its own protocol. */
function stranger(name: string, request: AwsRequest): AwsService {
  const protocols: Record<AwsRequest['protocol'], () => Protocol> = {
    query: () => queryProtocol(`http://${name}.amazonaws.com/doc/`),
    json: jsonProtocol,
    rest: jsonProtocol,
  };
  return {
    name,
    signingName: name,
    iamPrefix: name,
    protocol: protocols[request.protocol](),
    codes:
      request.protocol === 'query'
        ? undefined
        : { denied: 'AccessDeniedException' },
    operations: {},
  };
}
