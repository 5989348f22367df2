using System.Reflection;
using ActorIL.Core.Prelude;

namespace ActorIL.Plugins;

/// <summary>
/// Calls a plug-in's own code. Whatever that throws is the plug-in's error and no fault of the program.
/// </summary>
public static class PluginCalls
{
    /// <summary>What a call gives, or what it threw.</summary>
    /// <param name="where">The plug-in: its path, or its class.</param>
    /// <param name="what">What is called, such as "the property Entries".</param>
    /// <param name="call">The call.</param>
    public static Result<T, Error> Try<T>(string where, string what, Func<T?> call)
        where T : class
    {
        try
        {
            return call() is { } value
                ? Result.Success<T, Error>(value)
                : Result.Failure<T, Error>(Error(where, $"{what} gives null"));
        }
#pragma warning disable CA1031 // Whatever foreign code throws, the plug-in is named.
        catch (Exception failure)
        {
            var cause = Cause(failure);
            return Result.Failure<T, Error>(
                Error(
                    where,
                    $"{what} throws {cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}{Place(cause)}"
                )
            );
        }
#pragma warning restore CA1031
    }

    private static Exception Cause(Exception failure) =>
        failure is TargetInvocationException or TypeInitializationException && failure.InnerException is { } inner
            ? Cause(inner)
            : failure;

    private static string Place(Exception cause) =>
        cause.TargetSite is { DeclaringType: { } type } method ? $" (in {type.FullName}.{method.Name})" : "";

    private static Error Error(string where, string found) =>
        new(where, found, "a plug-in that lists its entries and does nothing else", "Correct the plug-in.");
}
