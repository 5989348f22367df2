using System.Runtime.ExceptionServices;
using ActorIL.Core.Prelude;
using Akka.Dispatch;

namespace ActorIL.Akka.Ordered;

/// <summary>Lets idle threads of a dispatcher help with the parts of a step; whoever asks takes part.</summary>
/// <param name="dispatcher">Whose threads.</param>
/// <param name="helperCount">How many of them may help at most.</param>
internal sealed class DispatcherForks(MessageDispatcher dispatcher, int helperCount) : IForkJoin
{
    private int _isTaken;

    /// <inheritdoc/>
    public void Run(IForkable work, int partCount)
    {
        // One step at a time is helped; another that comes meanwhile, or a part that has parts, runs by itself.
        if (helperCount == 0 || partCount < 2 || Interlocked.CompareExchange(ref _isTaken, 1, 0) != 0)
        {
            OneByOne.Instance.Run(work, partCount);
            return;
        }

        try
        {
            var share = new Share(work, partCount);
            for (var helper = 0; helper < Math.Min(helperCount, partCount - 1); helper++)
            {
                dispatcher.Schedule(share);
            }

            share.Run();
            share.Wait();
        }
        finally
        {
            Volatile.Write(ref _isTaken, 0);
        }
    }

    private sealed class Share(IForkable work, int partCount) : IRunnable
    {
        private ExceptionDispatchInfo? _fault;
        private int _takenCount;
        private int _doneCount;

        /// <summary>Runs parts that nobody has taken yet.</summary>
        public void Run()
        {
            int part;
            while ((part = Interlocked.Increment(ref _takenCount) - 1) < partCount)
            {
                RunPart(part);
            }
        }

        public void Execute() => Run();

        /// <summary>Returns when every part has been run.</summary>
        public void Wait()
        {
            var wait = default(SpinWait);
            while (Volatile.Read(ref _doneCount) != partCount)
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }

            _fault?.Throw();
        }

        private void RunPart(int part)
        {
            // A task keeps what its work throws for who waits.
            var task = new Task(() => work.RunPart(part));
            task.RunSynchronously(TaskScheduler.Default);
            if (task.Exception is { InnerException: { } fault })
            {
                Interlocked.CompareExchange(ref _fault, ExceptionDispatchInfo.Capture(fault), null);
            }

            Interlocked.Increment(ref _doneCount);
        }
    }
}
