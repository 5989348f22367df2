using ActorIL.Cli.Runs;

namespace ActorIL.Cli.Tests.Output;

public class TrainingClockTests
{
    private readonly TrainingClock _clock = new();

    [Fact]
    public void Rounds_without_training_do_not_count()
    {
        Add("", isShared: true, milliseconds: 500);
        Assert.Equal(TimeSpan.Zero, _clock.Total);
    }

    [Fact]
    public void A_shared_round_counts_as_much_as_the_same_work_alone()
    {
        Add("block", isShared: false, milliseconds: 10);
        Add("block", isShared: false, milliseconds: 20);
        Add("block", isShared: true, milliseconds: 900);
        Add("learner", isShared: false, milliseconds: 100);
        Assert.Equal(TimeSpan.FromMilliseconds(10 + 20 + 15 + 100), _clock.Total);
    }

    [Fact]
    public void Work_that_was_never_alone_counts_whole()
    {
        Add("block", isShared: true, milliseconds: 70);
        Assert.Equal(TimeSpan.FromMilliseconds(70), _clock.Total);
    }

    private void Add(string work, bool isShared, int milliseconds) =>
        _clock.Add(work, isShared, TimeSpan.FromMilliseconds(milliseconds));
}
