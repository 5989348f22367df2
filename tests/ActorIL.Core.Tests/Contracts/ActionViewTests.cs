using ActorIL.Core.Contracts;

namespace ActorIL.Core.Tests.Contracts;

public sealed class ActionViewTests
{
    [Fact]
    public void A_discrete_action_is_an_index() => Assert.Equal(2, new ActionView([2f]).Index);

    [Fact]
    public void A_box_action_is_a_vector()
    {
        var action = new ActionView([0.5f, -0.5f]);

        Assert.Equal((0.5f, -0.5f, 2), (action[0], action[1], action.Values.Length));
    }

    [Fact]
    public void A_component_that_is_not_there_is_refused() =>
        Assert.Throws<IndexOutOfRangeException>(() => new ActionView([0.5f])[1]);
}
