using ActorIL.Actors.Addressing;
using ActorIL.Actors.Ordering;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Tests;

public sealed class RoundQueueTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 70)]
    [InlineData(3, 300)]
    public void Rounds_come_in_order_however_near_or_far_their_ticks_are(ulong seed, int delayMax)
    {
        var key = RngKey.Root(seed);
        var queue = new RoundQueue();
        var naive = new SortedDictionary<(long Tick, int Micro), List<long>>();
        var (sent, draws) = (0L, 0UL);
        Send(queue, naive, 0, ref sent);
        for (var round = 0; round < 3_000 && queue.Advance(); round++)
        {
            var (place, expected) = naive.First();
            naive.Remove(place);
            Assert.Equal(place, (queue.Tick, queue.Micro));
            Assert.Equal(expected, queue.Current.Items.ToArray().Select(static envelope => envelope.Sequence));

            // Few at a time at first, none in the end, so that the queue also runs empty.
            var most = naive.Count < 50 ? 3UL : 2UL;
            var sendCount = round < 2_000 ? (key.Bits(draws++).First % most) + (naive.Count == 0 ? 1UL : 0UL) : 0;
            for (var i = 0UL; i < sendCount; i++)
            {
                Send(queue, naive, (long)(key.Bits(draws++).First % (ulong)(delayMax + 1)), ref sent);
            }

            Assert.Equal(queue.Current.Count + naive.Values.Sum(static items => items.Count), queue.Count);
            Assert.Equal(naive.Values.SelectMany(static items => items), Waiting(queue));
        }

        Assert.True(sent > 1_000);
    }

    private static IEnumerable<long> Waiting(RoundQueue queue) =>
        queue.Pending().SelectMany(static bucket => bucket.Items.ToArray()).Select(static item => item.Sequence);

    private static void Send(
        RoundQueue queue,
        SortedDictionary<(long Tick, int Micro), List<long>> naive,
        long delayTicks,
        ref long sent
    )
    {
        queue.After(delayTicks).Add(new ActorId(1), new ActorId(2), ++sent);
        var place = delayTicks == 0 ? (queue.Tick, queue.Micro + 1) : (queue.Tick + delayTicks, 0);
        if (!naive.TryGetValue(place, out var items))
        {
            naive.Add(place, items = []);
        }

        items.Add(sent);
    }
}
