/** The value of NO_PROXY with which programs ask the gateway directly. */
export const noProxyValue = '127.0.0.1,localhost,::1';
