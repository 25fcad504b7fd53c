import { JsonObject } from '../json';
import { Reply, jsonReply } from '../wire';
import { AwsError } from './AwsError';
import { XmlStyle, escapeXml, tag, xmlFields } from './xml';

/** How a service puts answers and errors on the wire. */
export interface Protocol {
  answer(options: {
    operation: string;
    result: JsonObject;
    requestId: string;
  }): Reply;
  error(error: AwsError, requestId: string): Reply;
}

/** The query protocol: ELBv2, STS, IAM. */
export function queryProtocol(namespace: string): Protocol {
  const style: XmlStyle = { item: 'member' };
  return {
    answer: ({ operation, result, requestId }) =>
      xmlReply(200, requestId, {
        name: `${operation}Response`,
        namespace,
        content:
          tag(`${operation}Result`, xmlFields(result, style)) +
          tag('ResponseMetadata', tag('RequestId', requestId)),
      }),
    error: (error, requestId) =>
      xmlReply(error.status, requestId, {
        name: 'ErrorResponse',
        namespace,
        content:
          tag(
            'Error',
            tag('Type', error.status >= 500 ? 'Receiver' : 'Sender') +
              tag('Code', escapeXml(error.code)) +
              tag('Message', escapeXml(error.message)),
          ) + tag('RequestId', requestId),
      }),
  };
}

/** EC2's own variant of the query protocol. */
export function ec2Protocol(
  namespace: string,
  name: NonNullable<XmlStyle['name']>,
): Protocol {
  const style: XmlStyle = { item: 'item', name };
  return {
    answer: ({ operation, result, requestId }) =>
      xmlReply(200, requestId, {
        name: `${operation}Response`,
        namespace,
        content: tag('requestId', requestId) + xmlFields(result, style),
      }),
    error: (error, requestId) =>
      xmlReply(error.status, requestId, {
        name: 'Response',
        content:
          tag(
            'Errors',
            tag(
              'Error',
              tag('Code', escapeXml(error.code)) +
                tag('Message', escapeXml(error.message)),
            ),
          ) + tag('RequestID', requestId),
      }),
  };
}

/** JSON 1.1: the tagging API. */
export function jsonProtocol(): Protocol {
  const headers = (requestId: string) => ({
    'Content-Type': 'application/x-amz-json-1.1',
    'x-amzn-RequestId': requestId,
  });
  return {
    answer: ({ result, requestId }) =>
      jsonReply(200, result, headers(requestId)),
    error: (error, requestId) =>
      jsonReply(
        // JSON services say it with the type; the status is 400 or 500.
        error.status >= 500 ? error.status : 400,
        { __type: error.code, Message: error.message },
        headers(requestId),
      ),
  };
}

/** JSON by method and path: EKS. The error's code is in a header. */
export function restJsonProtocol(): Protocol {
  const headers = (requestId: string) => ({
    'Content-Type': 'application/json',
    'x-amzn-RequestId': requestId,
  });
  return {
    answer: ({ result, requestId }) =>
      jsonReply(200, result, headers(requestId)),
    error: (error, requestId) =>
      jsonReply(
        error.code === 'ThrottlingException' ? 429 : error.status,
        { message: error.message },
        { ...headers(requestId), 'x-amzn-ErrorType': error.code },
      ),
  };
}

function xmlReply(
  status: number,
  requestId: string,
  root: { name: string; namespace?: string; content: string },
): Reply {
  const namespace = root.namespace ? ` xmlns="${root.namespace}"` : '';
  return {
    status,
    headers: { 'Content-Type': 'text/xml', 'x-amzn-RequestId': requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<${root.name}${namespace}>${root.content}</${root.name}>\n`,
  };
}
