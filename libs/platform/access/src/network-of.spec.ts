import { networkOf } from './network-of.js';

describe('one place on the network', () => {
  it('is an IPv4 address, however it is written', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('::FFFF:203.0.113.7')).toBe('203.0.113.7');
  });

  it('is the /64 of an IPv6 address, whichever of its addresses somebody takes', () => {
    for (const address of ['2001:db8:0:1::5', '2001:DB8:0000:0001:ffff:1:2:3', '2001:db8:0:1:0:0:0:0']) {
      expect(networkOf(address)).toBe('2001:db8:0:1::/64');
    }
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    expect(networkOf('2001:db8:0:2::5')).not.toBe(networkOf('2001:db8:0:1::5'));
  });
});
