using ActorIL.Core.Prelude;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Prelude;

public sealed class ResultTests
{
    private static readonly Error Missing = new("run.conf", "no such file", "a file", "Check the path.");

    [Fact]
    public void A_value_is_mapped_and_an_error_passes()
    {
        Assert.Equal(6, Outcome.Value(Success(3).Map(value => 2 * value)));
        Assert.Same(Missing, Outcome.Error(Failure().Map(value => 2 * value)));
    }

    [Fact]
    public void The_next_step_runs_only_after_a_success()
    {
        Assert.Equal("3", Outcome.Value(Success(3).Then(value => Result.Success<string, Error>($"{value}"))));
        Assert.Same(Missing, Outcome.Error(Success(3).Then(_ => Failure())));
        Assert.Same(
            Missing, Outcome.Error(Failure().Then<int>(_ => throw new InvalidOperationException("Not reached."))));
    }

    [Fact]
    public void An_error_is_mapped_and_a_value_passes()
    {
        Assert.Equal("a file", Failure().MapError(error => error.Wanted).Match(_ => "", wanted => wanted));
        Assert.Equal(3, Success(3).MapError(error => error.Wanted).Match(value => value, _ => 0));
    }

    [Fact]
    public void Mapping_twice_is_mapping_the_composition() =>
        Law.Holds<int>(value =>
            Success(value).Map(x => x + 1).Map(x => 2L * x) == Success(value).Map(x => 2L * (x + 1)));

    [Fact]
    public void Requiring_a_value_throws_the_text_of_the_error()
    {
        Assert.Equal(3, Success(3).Require());
        var thrown = Assert.Throws<InvalidOperationException>(() => Failure().Require());
        Assert.Equal(Missing.ToString(), thrown.Message);
    }

    [Fact]
    public void An_error_says_where_what_was_found_what_was_wanted_and_what_to_do() =>
        Assert.Equal("run.conf: found no such file; wanted a file. Check the path.", Missing.ToString());

    private static Result<int, Error> Success(int value) => Result.Success<int, Error>(value);

    private static Result<int, Error> Failure() => Result.Failure<int, Error>(Missing);
}
