using ActorIL.Core.Prelude;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Prelude;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "ABC", 0)]
    [InlineData("abc", "abd", 1)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void Distance_counts_edits_and_swaps(string first, string second, int distance)
    {
        Assert.Equal(distance, NearestName.Distance(first, second));
        Assert.Equal(distance, NearestName.Distance(second, first));
    }

    [Theory]
    [InlineData("learning-rat", "learning-rate")]
    [InlineData("LEARNING-RATE", "learning-rate")]
    [InlineData("lerning-raet", "learning-rate")]
    [InlineData("clpi", "clip")]
    [InlineData("discount", "")]
    [InlineData("", "")]
    public void The_nearest_name_is_found_unless_all_are_far(string name, string nearest)
    {
        Assert.Equal(nearest.Length > 0, NearestName.TryFind(name, ["clip", "learning-rate", "epochs"], out var found));
        Assert.Equal(nearest, found);
    }

    [Fact]
    public void Of_equally_near_names_the_first_is_taken()
    {
        Assert.True(NearestName.TryFind("seet", ["seed", "seen"], out var found));
        Assert.Equal("seed", found);
    }

    [Fact]
    public void One_edit_is_a_distance_of_at_most_one() => Law.Holds<byte, byte>((length, place) =>
    {
        var name = new string('a', length + 1);
        var edited = name.Remove(place % name.Length, 1);
        return NearestName.Distance(name, edited) == 1 && NearestName.Distance(name, name) == 0;
    });
}
