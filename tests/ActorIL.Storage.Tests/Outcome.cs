using ActorIL.Core.Prelude;
using Xunit.Sdk;

namespace ActorIL.Storage.Tests;

/// <summary>Opens results in tests.</summary>
internal static class Outcome
{
    public static TValue Value<TValue>(Result<TValue, Error> result) =>
        result.Match(value => value, error => throw new XunitException($"A value was wanted, but: {error}"));

    public static Error Error<TValue>(Result<TValue, Error> result) =>
        result.Match(value => throw new XunitException($"An error was wanted, but: {value}"), error => error);
}
