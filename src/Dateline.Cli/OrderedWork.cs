using System.Collections.Concurrent;

namespace Dateline.Cli;

/// <summary>Runs a function over a stream of items on several threads and hands the results out in the order of the items.</summary>
/// <remarks>At most a fixed number of items is under way or waiting, so memory does not grow with the length of the stream.</remarks>
internal static class OrderedWork
{
    /// <summary>Items that wait or are worked on, for each thread.</summary>
    private const int WindowPerThread = 8;

    /// <param name="items">Read on a thread of its own, one at a time.</param>
    /// <param name="work">Must not throw; runs on <paramref name="threads"/> threads at once.</param>
    /// <param name="take">Called on the calling thread, in order.</param>
    /// <param name="threads">How many items are worked on at once, from 1.</param>
    /// <param name="stop">Ends the run after the result that is being taken.</param>
    public static void Run<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, Action<TResult> take, int threads, CancellationToken stop)
    {
        using var window = new BlockingCollection<Task<TResult>>(threads * WindowPerThread);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        var reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var task in window.GetConsumingEnumerable(stop))
            {
                task.Wait(stop);
                take(task.Result);
            }

            reading.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader may hang in a read from a terminal or pipe; it is a background thread and ends with the program.
            return;
        }
        catch
        {
            ended.Cancel();
            throw;
        }

        void Read()
        {
            try
            {
                foreach (var item in items)
                {
                    window.Add(Task.Factory.StartNew(() => work(item), ended.Token, TaskCreationOptions.None, scheduler), ended.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                // Whoever takes the results has gone.
            }
            finally
            {
                try
                {
                    window.CompleteAdding();
                }
                catch (ObjectDisposedException)
                {
                    // As above.
                }
            }
        }
    }
}
