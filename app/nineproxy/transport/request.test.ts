import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../operations/endpoints';
import { buildRequest, type RequestInput } from './request';

const target = { address: 'https://api.example/base', key: 'a+b/c d' };
const endpointOf = (method: Endpoint['method']): Endpoint => ({ method, path: '/v1/thing', certainty: 'documented' });

function build(method: Endpoint['method'], input: RequestInput) {
  const { url, request } = buildRequest(target, endpointOf(method), input);
  return { url, ...request };
}

describe('a request to the vendor', () => {
  it('carries its parameters and the key in the query, encoded', () => {
    const { url } = build('GET', { query: { search: '東京 & more', page: 2, all: false } });
    expect(url).toBe(
      'https://api.example/base/v1/thing?search=%E6%9D%B1%E4%BA%AC%20%26%20more&page=2&all=false&api-key=a%2Bb%2Fc%20d',
    );
  });

  it('leaves out parameters without a value, and keeps empty texts', () => {
    const { url } = build('GET', { query: { a: undefined, b: null, c: '', d: [] } });
    expect(new URL(url).search).toBe('?c=&api-key=a%2Bb%2Fc%20d');
  });

  it('repeats the name for each item of a list, and names each field of an object', () => {
    const { url } = build('GET', { query: { port: [1, 2], at: { from: 3, to: { day: 4 } } } });
    expect([...new URL(url).searchParams].slice(0, -1)).toEqual([
      ['port', '1'],
      ['port', '2'],
      ['at[from]', '3'],
      ['at[to][day]', '4'],
    ]);
  });

  it('can’t replace the key by a parameter of the same name', () => {
    const { url } = build('GET', { query: { 'api-key': 'other' } });
    expect(new URL(url).searchParams.getAll('api-key')).toEqual([target.key]);
  });

  it.each(['POST', 'PUT', 'DELETE'] as const)('sends the body of a %s as JSON, outside the URL', (method) => {
    const request = build(method, { body: { id: 7, note: null } });
    expect(request.method).toBe(method);
    expect(request.headers['content-type']).toBe('application/json');
    expect(request.body).toBe('{"id":7,"note":null}');
    expect(new URL(request.url).search).toBe('?api-key=a%2Bb%2Fc%20d');
  });

  it('sends the fields of a write that was corrected to GET as parameters', () => {
    const request = build('GET', { body: { id: 7 } });
    expect(request.body).toBeNull();
    expect(request.headers).not.toHaveProperty('content-type');
    expect(new URL(request.url).searchParams.get('id')).toBe('7');
  });

  it('has no body and no content type where there is nothing to send', () => {
    const request = build('POST', {});
    expect(request.body).toBeNull();
    expect(request.headers).not.toHaveProperty('content-type');
  });

  it('asks for JSON, and follows no redirect, sends no cookie or referrer, and is not cached', () => {
    const request = build('GET', {});
    expect(request.headers.accept).toBe('application/json');
    expect(request).toMatchObject({
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });
});
