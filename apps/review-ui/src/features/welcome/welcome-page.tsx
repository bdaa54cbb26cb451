import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../frame/link-button.tsx';
import { overviewQuery } from '../../frame/overview.ts';
import { PreflightList } from '../../frame/preflight.tsx';
import { useRole } from '../../frame/session.ts';
import classes from './welcome.module.css';

/** Before the first set: whether everything is there, and the two ways to begin. */
export function WelcomePage() {
  const isOperator = useRole('operator');
  const { data: sets } = useQuery(overviewQuery());
  return (
    <div className={classes.page}>
      <h1>Get ready</h1>
      <p className={classes.lead}>
        A folder of photos goes in; every photo gets a name, is measured and described, and waits for you. Only what you
        approve is published. The originals are opened for reading and never changed.
      </p>
      <section className={classes.card} aria-label="What is ready">
        <h2>What is ready</h2>
        <PreflightList />
      </section>
      <section className={classes.card} aria-label="Begin">
        <h2>Begin</h2>
        {isOperator ? (
          <div className={classes.ways}>
            <div>
              <h3>With your photos</h3>
              <p>Choose a folder, say what it shows and where.</p>
              <LinkButton to="/sets">{sets?.length === 0 ? 'Add your first set' : 'Add a set'}</LinkButton>
            </div>
            <div>
              <h3>With the sample set</h3>
              <p>
                Painted photos, in a data folder and a site of their own, so that nothing of yours is touched. In a
                terminal, then open the link that it prints:
              </p>
              <code className={classes.code}>npm run demo</code>
            </div>
          </div>
        ) : (
          <p className={classes.lead}>An operator adds sets. What waits for you then shows under Review.</p>
        )}
        <p className={classes.lead}>
          In Review: A approves, X rejects, E edits the caption, Z looks closely, Ctrl + Z undoes, and ? shows every
          key.
        </p>
      </section>
    </div>
  );
}
