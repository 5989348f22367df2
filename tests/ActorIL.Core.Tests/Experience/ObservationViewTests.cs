using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;

namespace ActorIL.Core.Tests.Experience;

public class ObservationViewTests
{
    [Fact]
    public void A_view_of_everything_shows_the_observation_and_remembers_nothing()
    {
        var features = new float[3];
        ObservationView.Full.See([1, 2, 3], actionSize: 1, [], features);
        Assert.Equal([1, 2, 3], features);
        Assert.Equal(0, ObservationView.Full.MemorySize(3, 1));
    }

    [Fact]
    public void Components_come_in_the_order_they_were_chosen()
    {
        var view = ObservationView.Full with { Components = [2, 0] };
        var features = new float[2];
        view.See([1, 2, 3], actionSize: 1, [], features);
        Assert.Equal([3, 1], features);
    }

    [Fact]
    public void Frames_move_from_new_to_old_and_begin_with_zeros()
    {
        var view = new ObservationView([1], PreviousAction: true, FrameCount: 3);
        var memory = new float[view.MemorySize(observationSize: 2, actionSize: 1)];
        var features = new float[view.FeatureCount(observationSize: 2, actionSize: 1)];
        var seen = new List<float[]>();
        foreach (var step in new[] { 1, 2, 3, 4 })
        {
            view.See([0, step], actionSize: 1, memory, features);
            view.Remember([step * 10], memory);
            seen.Add([.. features]);
        }

        // A frame is [component, action before it].
        Assert.Equal([0, 0, 0, 0, 1, 0], seen[0]);
        Assert.Equal([0, 0, 1, 0, 2, 10], seen[1]);
        Assert.Equal([1, 0, 2, 10, 3, 20], seen[2]);
        Assert.Equal([2, 10, 3, 20, 4, 30], seen[3]);
    }

    [Fact]
    public void A_component_that_is_not_there_is_named()
    {
        var view = ObservationView.Full with { Components = [0, 4] };
        var text = view.For(observationSize: 4).Match(_ => "accepted", error => error.ToString());
        Assert.Contains("component 4", text, StringComparison.Ordinal);
        Assert.True(view.For(observationSize: 5).Match(_ => true, _ => false));
    }
}
