import { chainFaultOf } from './batch-chain.js';

const stands = { counter: 4, lastHash: 'four' };

describe('the chain of a device’s batches', () => {
  it('goes on with the next counter and the hash of the batch before', () => {
    expect(chainFaultOf(stands, { counter: 5, previousHash: 'four' }, false)).toEqual({ fault: null, advances: true });
  });

  it('knows a batch that is sent again, also an old one', () => {
    expect(chainFaultOf(stands, { counter: 4, previousHash: 'three' }, true)).toEqual({ fault: null, advances: false });
    expect(chainFaultOf(stands, { counter: 2, previousHash: 'one' }, true)).toEqual({ fault: null, advances: false });
  });

  it('shows a copy of the device by a counter that is taken, skipped or tied to another batch', () => {
    expect(chainFaultOf(stands, { counter: 4, previousHash: 'three' }, false).fault).toBe('counter-taken');
    expect(chainFaultOf(stands, { counter: 7, previousHash: 'six' }, false).fault).toBe('counter-skipped');
    expect(chainFaultOf(stands, { counter: 5, previousHash: 'else' }, false).fault).toBe('previous-differs');
  });
});
