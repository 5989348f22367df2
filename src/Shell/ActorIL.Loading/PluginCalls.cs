using System.Reflection;
using ActorIL.Core.Prelude;
using ActorIL.Plugins;

namespace ActorIL.Loading;

/// <summary>
/// Calls a plug-in's own code, by reflection, which wraps whatever that throws: it is the plug-in's error and no fault
/// of the program.
/// </summary>
internal static class PluginCalls
{
    /// <summary>A new object of the plug-in's class, or what its constructor threw.</summary>
    public static Result<IPlugin, Error> Make(PluginPath path, Assembly assembly, string className) =>
        Try<IPlugin>(
            path,
            $"the constructor of {className}",
            () => assembly.GetType(className, throwOnError: true)!.GetConstructor(Type.EmptyTypes)?.Invoke([])
        );

    /// <summary>What a property of the plug-in gives, or what it threw.</summary>
    public static Result<T, Error> Read<T>(PluginPath path, IPlugin plugin, string className, string property)
        where T : class =>
        Try<T>(
            path,
            $"the property {className}.{property}",
            () => typeof(IPlugin).GetProperty(property)?.GetValue(plugin)
        );

    private static Result<T, Error> Try<T>(PluginPath path, string what, Func<object?> call)
        where T : class
    {
        try
        {
            return call() is T value
                ? Result.Success<T, Error>(value)
                : Result.Failure<T, Error>(Error(path, $"{what} gives null"));
        }
        catch (TargetInvocationException failure)
        {
            return Thrown<T>(path, what, failure);
        }
        catch (TypeLoadException failure)
        {
            return Thrown<T>(path, what, failure);
        }
        catch (IOException failure)
        {
            return Thrown<T>(path, what, failure);
        }
        catch (BadImageFormatException failure)
        {
            return Thrown<T>(path, what, failure);
        }
    }

    private static Result<T, Error> Thrown<T>(PluginPath path, string what, Exception failure)
    {
        var cause = Cause(failure);
        return Result.Failure<T, Error>(
            Error(path, $"{what} throws {cause.GetType().Name}: {cause.Message}{Place(cause)}")
        );
    }

    private static Exception Cause(Exception failure) =>
        failure is TargetInvocationException or TypeInitializationException && failure.InnerException is { } inner
            ? Cause(inner)
            : failure;

    private static string Place(Exception cause) =>
        cause.TargetSite is { DeclaringType: { } type } method ? $" (in {type.FullName}.{method.Name})" : "";

    private static Error Error(PluginPath path, string found) =>
        new(path.AsTyped, found, "a plug-in that lists its entries and does nothing else", "Correct the plug-in.");
}
