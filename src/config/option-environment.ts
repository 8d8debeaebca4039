// Variables that begin like ours, but were set by somebody else.

/**
 * Whether a variable is one of those that Kubernetes, and Docker's links, set for a service whose name begins with
 * `mock-em` (Kubernetes documentation, Service, Environment variables; Docker documentation, Legacy container links):
 * `MOCK_EM_SERVICE_HOST`, `MOCK_EM_PORT=tcp://10.0.0.1:9399`, `MOCK_EM_PORT_9399_TCP_ADDR`. For a service `mock-em-http`
 * it is `MOCK_EM_HTTP_PORT` that holds a URL.
 */
export const isOfService = (name: string, value: string): boolean =>
  /^MOCK_EM_/i.test(name) &&
  (/_SERVICE_(?:HOST|PORT(?:_\w+)?)$|_PORT_\d+_(?:TCP|UDP|SCTP)(?:_\w+)?$|^MOCK_EM_(?:\w+_)?ENV_/i.test(name) ||
    (/_PORT$/i.test(name) && /^(?:tcp|udp|sctp):\/\//i.test(value)) ||
    (/_NAME$/i.test(name) && value.startsWith('/')))

/** What is told of those that were passed over; undefined if there are none. */
export const noteOf = (passedOver: readonly string[]): string | undefined =>
  passedOver.length === 0
    ? undefined
    : `Passed over ${passedOver.join(', ')}: Kubernetes and Docker set such variables for a service called mock-em. In a pod, enableServiceLinks: false keeps them away.`
